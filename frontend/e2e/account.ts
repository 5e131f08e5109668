/** What the tests behind the sign-in share: the accounts of the demonstration, and calls made for a test. */
import { readFileSync } from 'node:fs';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

export type Name =
  | 'admin'
  | 'second-admin'
  | 'coordinator'
  | 'auditor'
  | 'viewer'
  | 'bremen'
  | 'durban'
  | 'windhoek';

interface Account {
  email: string;
  password: string;
}
const file = process.env.E2E_CREDENTIALS;
if (!file) throw new Error('Set E2E_CREDENTIALS to the demonstration’s demo-credentials.json.');
const accounts = JSON.parse(readFileSync(file, 'utf8')) as Account[];

export function account(name: Name): Account {
  const found = accounts.find(({ email }) => email.startsWith(`${name}@`));
  if (!found) throw new Error(`The demonstration has no account ${name}.`);
  return { email: found.email, password: found.password };
}

const api = '/api/v1';

/** Signs the browser in without the form: the cookie, and the mark that there is a session. */
export async function signIn(page: Page, name: Name): Promise<void> {
  const answer = await page.request.post(`${api}/auth/login`, { data: account(name) });
  expect(answer.status()).toBe(200);
  await page.addInitScript(() => localStorage.setItem('kb-signed-in', '1'));
}

/** Calls the API as somebody, beside the browser. */
export class Caller {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string
  ) {}

  static async as(request: APIRequestContext, name: Name): Promise<Caller> {
    const answer = await request.post(`${api}/auth/login`, { data: account(name) });
    const { access_token } = (await answer.json()) as { access_token: string };
    return new Caller(request, access_token);
  }

  async #call<T>(method: string, path: string, data?: object, headers = {}): Promise<T> {
    const answer = await this.request.fetch(api + path, {
      method,
      data,
      headers: { Authorization: `Bearer ${this.token}`, ...headers }
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }
  get = <T>(path: string): Promise<T> => this.#call('GET', path);
  post = <T>(path: string, data: object): Promise<T> => this.#call('POST', path, data);

  /** Changes a record in the state it has now. */
  patch = <T>(path: string, data: object): Promise<T> => this.#onSeen('PATCH', path, path, data);
  /** Takes the next step with a record in the state it has now. */
  step = <T>(path: string, step: string): Promise<T> =>
    this.#onSeen('POST', path, `${path}/${step}`);

  async #onSeen<T>(method: string, path: string, to: string, data?: object): Promise<T> {
    const seen = await this.request.get(api + path, {
      headers: { Authorization: `Bearer ${this.token}` }
    });
    return this.#call(method, to, data, { 'If-Match': seen.headers()['etag'] ?? '' });
  }
}

interface Row {
  id: string;
}
export const first = async (caller: Caller, path: string): Promise<Row> => {
  const { items } = await caller.get<{ items: Row[] }>(path);
  if (!items[0]) throw new Error(`Nothing at ${path}.`);
  return items[0];
};

export const items = (travellers: number) => [
  { type: 'flight', from: 'BRE', to: 'FRA', travellers, return: true },
  { type: 'flight', from: 'FRA', to: 'WDH', travellers, return: true },
  { type: 'hotel', country: 'NA', rooms: travellers, nights: 6 }
];

/** A name no other test has. */
export const unique = (title: string): string =>
  `${title} ${Math.random().toString(36).slice(2, 8)}`;

/** An open plan of the example project with one alternative. */
export async function aPlan(caller: Caller, title = unique('Testplanung')): Promise<Row> {
  const project = await first(caller, '/cooperation-projects');
  const alternatives = [{ label: 'Wie geplant', items: items(5) }];
  const on = '2026-09-14';
  return caller.post('/plans', { title, project_id: project.id, on, alternatives });
}

/** An activity of the example project that waits for its approval. */
export async function anActivity(caller: Caller, title = unique('Testreise')): Promise<Row> {
  const project = await first(caller, '/cooperation-projects');
  return caller.post('/activities', {
    title,
    kind: 'trip',
    project_id: project.id,
    starts_on: '2026-09-14',
    ends_on: '2026-09-20',
    items: items(1)
  });
}
