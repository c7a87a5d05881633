import assert from 'node:assert/strict';
import { test } from 'node:test';
import { event } from '../../trail/logs';
import { Dice, KINDS, PLACES, WAYS } from './plants';
import { redacted } from './done';

/** Plants of one log. */
const PER_LOG = 10;
const PLANTS = Number(process.env['TRAIL_PLANTS'] ?? 1_500);
const SEED = process.env['TRAIL_SEED'] === 'random' ? Date.now() % 1_000_000 : Number(process.env['TRAIL_SEED'] ?? 1);

interface Plant {
  readonly kind: string;
  readonly way: string;
  readonly place: string;
  readonly value: string;
  readonly form: string;
}

function plant(dice: Dice): Plant {
  const kind = dice.one(Object.keys(KINDS));
  const way = dice.one(Object.keys(WAYS));
  const place = dice.one(Object.keys(PLACES));
  const value = KINDS[kind]?.make(dice) ?? '';
  const core = KINDS[kind]?.core?.(value) ?? value;
  return { kind, way, place, value, form: WAYS[way]?.(core) ?? '' };
}

/** How most of the form may stand in a text of JSON. */
function writtenForms(form: string): readonly string[] {
  const few = Math.floor(form.length / 5);
  return [form, form.slice(few), form.slice(0, form.length - few)].flatMap((part) => {
    const forms = [part];
    for (let level = 0; level < 3; level++) forms.push(JSON.stringify(forms.at(-1)).slice(1, -1));
    return forms;
  });
}

test(`no secret that the log knows is left of ${PLANTS} plants, in any encoding, at any place`, () => {
  const leaks: string[] = [];
  const listed: string[] = [];
  for (let number = 0; number * PER_LOG < PLANTS; number++) {
    const dice = new Dice(SEED * 1_000_003 + number);
    const plants = Array.from({ length: PER_LOG }, () => plant(dice));
    const log = plants
      .flatMap(({ kind, place, value, form }, index) => [
        JSON.stringify(event(index, KINDS[kind]?.known(value))),
        PLACES[place]?.(form, index) ?? '',
      ])
      .join('\n');
    const done = redacted(log);
    assert.equal(done.text.length, log.length);
    for (const leak of done.leaks)
      listed.push(
        `${JSON.stringify(leak)} of ${plants.map(({ kind, way, place, form }) => `${kind} · ${way} · ${place} · ${form}`).join('\n')}`,
      );
    for (const one of plants) {
      const left = writtenForms(one.form).find((form) => done.text.includes(form));
      if (left === undefined) continue;
      const sort = `${one.kind} · ${one.way} · ${one.place}`;
      leaks.push(`${sort}: ${one.value} as ${one.form} (seed ${SEED}, log ${number})`);
    }
  }
  assert.equal(leaks.length, 0, leaks.slice(0, 60).join('\n'));
  // A piece of a stand-in may look like a secret of its own: that is rare, and only a false alarm.
  assert.ok(listed.length * 20_000 <= PLANTS, listed.join('\n'));
});
