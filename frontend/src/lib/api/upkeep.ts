/** What needs looking after once a year. */
import { answer } from './client';
import { own } from './own';
import type { components } from './schema';

export type UpkeepItem = components['schemas']['UpkeepItem'];

export const listUpkeep = async (): Promise<UpkeepItem[]> =>
  (await answer(own.GET('/upkeep'))).items;
