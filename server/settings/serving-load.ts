import { type ServingLoad, usualLoad } from '../../core/estimate-report';
import { isRecord } from '../client-profile';

const most: ServingLoad = { prompt: 10_000_000, output: 10_000_000, concurrency: 1_000_000 };

/** The section `portolan.estimate`; what is no sensible number counts as not said. */
export function servingLoad(section: unknown): ServingLoad {
  const given = isRecord(section) ? section : {};
  const of = (name: keyof ServingLoad) => {
    const value = given[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most[name]
      ? value
      : usualLoad[name];
  };
  return { prompt: of('prompt'), output: of('output'), concurrency: of('concurrency') };
}
