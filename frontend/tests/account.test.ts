import { beforeEach, describe, expect, it } from 'vitest';
import { toApiError } from '../src/lib/api/problem';
import { returnOf, withReturn } from '../src/lib/api/returning';
import { passwordMistake, waitWords } from '../src/lib/features/account/words';
import { exactly } from '../src/lib/features/footprint/words';
import { canonical, sha256 } from '../src/lib/features/plans/snapshot';
import { savingWords } from '../src/lib/features/plans/words';
import { overwriteGetLocale } from '../src/lib/paraglide/runtime';
import { mailMistake } from '../src/lib/shared/people/words';
import { FormState } from '../src/lib/ui/form.svelte';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const at = (path: string) => new URL(path, 'https://klima.example');

beforeEach(() => overwriteGetLocale(() => 'de'));

describe('the way back after signing in', () => {
  it('is the page one came from, with its filters', () => {
    const address = withReturn('/anmelden', at('/planungen?status=open'));
    expect(returnOf(at(address))).toBe('/planungen?status=open');
  });

  it('is left out where the start page or the sign-in itself was open', () => {
    expect(withReturn('/anmelden', at('/'))).toBe('/anmelden');
    expect(withReturn('/sign-in', at('/sign-in?next=/plans'))).toBe('/sign-in');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
    '/api/v1/audit',
    'planungen'
  ])('never leads to %s', (next) => {
    expect(returnOf(at(`/anmelden?${new URLSearchParams({ next })}`))).toBeNull();
  });
});

describe('what a form says', () => {
  it('takes eleven characters for too short and twelve for enough', () => {
    expect(passwordMistake('zehnzeichen')).toContain('11 Zeichen');
    expect(passwordMistake('zwoelfzeichen')).toBeUndefined();
  });

  it('asks for something that can be an address', () => {
    expect(mailMistake('name@stadt.de')).toBeUndefined();
    expect(mailMistake('name')).toContain('E-Mail-Adresse');
  });

  it('says a wait in seconds, then in whole minutes', () => {
    expect(waitWords(40)).toBe('40 Sekunden');
    expect(waitWords(700)).toBe('12 Minuten');
  });

  it('puts a refusal at its field, and what it cannot place at the whole', async () => {
    const form = new FormState({ '/items': 'items', '/items/0/to': 'to' });
    const problem = (pointer: string) =>
      toApiError(422, {
        type: '/problems/validation',
        title: 'Eingaben prüfen',
        status: 422,
        detail: 'Bitte prüfen.',
        errors: [{ pointer, code: 'x', detail: 'So nicht.' }]
      });
    await form.send([], () => Promise.reject(problem('/items/0/to')));
    expect(form.mistakes).toEqual([{ id: 'to', message: 'So nicht.' }]);
    expect(form.failure).toBeNull();
    await form.send([], () => Promise.reject(problem('/elsewhere')));
    expect(form.mistakes).toEqual([]);
    expect(form.failure?.message).toBe('Bitte prüfen.');
  });

  it('does not send what must be mended first', async () => {
    const form = new FormState();
    let sent = false;
    await form.send([{ id: 'title', message: 'Fehlt.' }], async () => (sent = true));
    expect(sent).toBe(false);
    expect(form.of('title')).toBe('Fehlt.');
  });

  it('reads how long to wait from the answer', () => {
    const headers = new Headers({ 'Retry-After': '840' });
    expect(toApiError(429, null, headers).retryAfterSeconds).toBe(840);
    expect(toApiError(500, null).retryAfterSeconds).toBeNull();
  });
});

describe('differences', () => {
  it.each([
    [25, '+25 kg'],
    [-3.12, '−3 kg 120 g'],
    [0.007, '+7 g'],
    [1234.5, '+1.234 kg 500 g'],
    [0, '0 g']
  ])('%d kg are %s, to the gram', (kg, words) => {
    expect(plain(exactly(kg))).toBe(words);
  });

  it('say what is saved, what is not, and what is not sure', () => {
    const saving = (ghg_kg: number, low_kg: number, high_kg: number, pct: number | null) =>
      savingWords({ ghg_kg, low_kg, high_kg, pct }, 8850);
    expect(plain(saving(3540, 2691, 4389, 40).value)).toBe('3,5 t weniger');
    expect(plain(saving(3540, 2691, 4389, 40).range)).toBe('2,7 bis 4,4 t, 40 %');
    expect(plain(saving(-500, -700, -300, -6).value)).toBe('0,5 t mehr');
    expect(plain(saving(-500, -700, -300, -6).range)).toBe('0,3 bis 0,7 t, 6 %');
    expect(saving(100, -200, 400, 1).tone).toBe('unclear');
    expect(saving(0, 0, 0, 0).tone).toBe('equal');
  });
});

describe('the frozen document', () => {
  it('is written with its keys in order, without spaces', () => {
    expect(canonical({ b: [1, 2.5], a: { d: null, c: 'ä"' } })).toBe(
      '{"a":{"c":"ä\\"","d":null},"b":[1,2.5]}'
    );
  });

  it('has the hash everybody else computes', async () => {
    expect(await sha256('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
  });
});
