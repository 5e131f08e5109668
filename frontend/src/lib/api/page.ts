import { error } from '@sveltejs/kit';
import { toError } from './problem';

/** Waits for what a page cannot do without; a failure becomes the error page with its sentence. */
export async function needed<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (cause) {
    const problem = toError(cause);
    error(problem.status >= 400 ? problem.status : 503, { message: problem.message });
  }
}
