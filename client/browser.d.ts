// The one thing of a browser that the web entry uses; the DOM library would let all of it in.
declare class Worker {
  constructor(url: string, options?: { name?: string });
}
