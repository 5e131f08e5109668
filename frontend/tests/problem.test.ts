import { describe, expect, it } from 'vitest';
import { isAbort, toApiError, toError } from '../src/lib/api/problem';

const problem = {
  type: '/problems/validation',
  title: 'Eingaben prüfen',
  status: 422,
  detail: 'Eine Angabe ist nicht zulässig.',
  errors: [
    { pointer: '/items/0/to', code: 'unknown_airport', detail: 'Diesen Flughafen gibt es nicht.' },
    { pointer: '/items/0/to', code: 'same', detail: 'Start und Ziel sind gleich.' }
  ]
};

describe('the one path of every error', () => {
  it('makes a sentence, a slug and a field map from a problem document', () => {
    const error = toApiError(422, problem);
    expect(error.message).toBe('Eine Angabe ist nicht zulässig.');
    expect(error.slug).toBe('validation');
    expect(error.fields).toEqual({ '/items/0/to': 'Diesen Flughafen gibt es nicht.' });
  });

  it('speaks of the record, not of headers, where somebody else has saved meanwhile', () => {
    const headers = {
      ...problem,
      errors: [],
      detail: 'Senden Sie den ETag in der Kopfzeile If-Match.'
    };
    for (const status of [412, 428]) {
      const { message } = toApiError(status, headers);
      expect(message).toContain('Laden Sie die Seite neu');
      expect(message).not.toMatch(/If-Match|Kopfzeile/);
    }
  });

  it('says something useful about an answer that is no problem document', () => {
    const error = toApiError(502, '<html>Bad gateway</html>');
    expect(error.status).toBe(502);
    expect(error.message).toContain('502');
  });

  it('takes a failed connection for being offline', () => {
    expect(toError(new TypeError('Failed to fetch')).status).toBe(0);
  });

  it('does not take an aborted call for an error', () => {
    expect(isAbort(new DOMException('', 'AbortError'))).toBe(true);
    expect(isAbort(new TypeError('Failed to fetch'))).toBe(false);
  });
});
