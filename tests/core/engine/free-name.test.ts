import { expect, it } from 'vitest';
import { freeName, modelName } from '../../../core/engine/free-name.ts';

it('finds the first name that nobody has', () => {
  expect(freeName('letters', [])).toBe('letters');
  expect(freeName('letters', ['letters', 'letters 3'])).toBe('letters 2');
  expect(freeName('cbow', ['cbow 1', 'cbow 2', 'cbow'], 1)).toBe('cbow 3');
  expect(freeName('cbow', [], 1)).toBe('cbow 1');
});

it('calls a model by its kind, and by its texts where they are a part', () => {
  expect(modelName('cbow', null, ['cbow 1'])).toBe('cbow 2');
  expect(modelName('cbow', { name: 'Early', conditions: [] }, [])).toBe('Early, cbow');
  expect(modelName('cbow', { name: 'Early', conditions: [] }, ['Early, cbow'])).toBe('Early, cbow 2');
  const conditions = [
    { field: 'genre', values: ['letters', 'diaries'] },
    { field: 'year', from: '1801', to: '1850' },
  ];
  expect(modelName('LSTM', { conditions }, [])).toBe('letters, diaries, year 1801–1850, LSTM');
  expect(modelName('LSTM', { name: '𝔸'.repeat(99), conditions }, [])).toBe(`${'𝔸'.repeat(60)}, LSTM`);
});
