/** One's own account. */
import { answer, done } from './client';
import { own } from './own';
import type { Me } from './types';

export const getMe = (): Promise<Me> => answer(own.GET('/me'));

/** Ends every session of the account, this one too. */
export const changePassword = (current: string, password: string): Promise<void> =>
  done(own.POST('/me/passwords', { body: { current_password: current, password } }));
