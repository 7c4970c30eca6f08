import { keptByName } from '../../model';

/** A class of unittest.mock, also by way of a fixture (`mocker.MagicMock`), or what makes an object of one. */
export const namesMock = keptByName((name) =>
  /(^|\.)((Async|Magic|NonCallable|NonCallableMagic|Property)?Mock|create_autospec)$/.test(name),
);
