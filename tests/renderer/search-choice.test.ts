import { describe, expect, it } from 'vitest';
import { afterKey } from '../../renderer/parts/search-choice.ts';

const key = (name: string, at: { isOpen?: boolean; active?: number; count?: number } = {}, altKey = false) =>
  afterKey({ key: name, altKey }, { isOpen: true, active: 0, count: 25, ...at });

describe('keys in a field with a list', () => {
  it.each(['ArrowDown', 'ArrowUp'])('%s opens it', (name) => {
    expect(key(name, { isOpen: false })).toEqual({ does: 'open', handled: true });
  });

  it.each(['Enter', 'Escape', 'Tab', 'PageDown', 'a'])(
    '%s does what it always does while it is closed',
    (name) => {
      expect(key(name, { isOpen: false })).toBeNull();
    },
  );

  it('go round its ends a step at a time, and stop at them by the page', () => {
    const active = (name: string, from: number) => {
      const next = key(name, { active: from });
      return next?.does === 'move' ? next.active : null;
    };
    expect(active('ArrowDown', 3)).toBe(4);
    expect(active('ArrowDown', 24)).toBe(0);
    expect(active('ArrowUp', 0)).toBe(24);
    expect(active('PageDown', 3)).toBe(13);
    expect(active('PageDown', 20)).toBe(24);
    expect(active('PageUp', 20)).toBe(10);
    expect(active('PageUp', 3)).toBe(0);
  });

  it('stay at nothing where nothing is found', () => {
    expect(key('ArrowUp', { count: 0 })).toMatchObject({ active: 0 });
    expect(key('ArrowDown', { count: 0 })).toMatchObject({ active: 0 });
  });

  it('choose, and leave in three ways, of which Tab goes on to the next field', () => {
    expect(key('Enter')).toEqual({ does: 'choose', handled: true });
    expect(key('Escape')).toEqual({ does: 'close', handled: true });
    expect(key('ArrowUp', {}, true)).toEqual({ does: 'close', handled: true });
    expect(key('Tab')).toEqual({ does: 'close', handled: false });
  });

  it.each(['Home', 'End', 'ArrowLeft', 'x', '中'])('leave %s to the text', (name) => {
    expect(key(name)).toBeNull();
  });
});
