/** What needs looking after once a year. */
import { answer } from './client';
import { own } from './own';
import type { components } from './schema';

export type UpkeepItem = components['schemas']['UpkeepItem'];

export type Upkeep = Omit<components['schemas']['Upkeep'], 'next'>;

export const listUpkeep = (): Promise<Upkeep> => answer(own.GET('/upkeep'));
