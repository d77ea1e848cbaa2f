import { describe, expect, it } from 'vitest';
import { completionAt, quotedValue } from '../../../core/query/completion-at.ts';

/** The place is where the stroke stands. */
const at = (marked: string) => {
  const offset = marked.indexOf('¦');
  return completionAt(marked.replace('¦', ''), offset);
};

describe('what can be completed', () => {
  it.each([
    ['[¦', { kind: 'attribute', typed: '', from: 1 }],
    ['[le¦', { kind: 'attribute', typed: 'le', from: 1 }],
    ['[pos="N.*" & l¦', { kind: 'attribute', typed: 'l', from: 13 }],
    ['[lemma="g¦', { kind: 'value', attribute: 'lemma', typed: 'g', from: 8 }],
    ["[lemma != 'g¦", { kind: 'value', attribute: 'lemma', typed: 'g', from: 11 }],
    ['[`a:b`="g¦', { kind: 'value', attribute: 'a:b', typed: 'g', from: 8 }],
    ['"the" "o¦', { kind: 'value', attribute: null, typed: 'o', from: 7 }],
    ['"a\\"b¦', { kind: 'value', attribute: null, typed: 'a\\"b', from: 1 }],
    ['"the" within s¦', { kind: 'region', typed: 's', from: 13 }],
    ['"the" within <¦', { kind: 'region', typed: '', from: 14 }],
    ['[feats contains "Ca¦', { kind: 'member', attribute: 'feats', typed: 'Ca', from: 17 }],
    ["[feats not contains 'Ca¦", { kind: 'member', attribute: 'feats', typed: 'Ca', from: 21 }],
    ['[`a:b` contains "¦', { kind: 'member', attribute: 'a:b', typed: '' }],
    ['[contains="¦', { kind: 'value', attribute: 'contains', typed: '' }],
    ['[feats c¦', { kind: 'keyword', choices: ['contains', 'not contains'], typed: 'c', from: 7 }],
    ['[pos="V" & `a:b` ¦', { kind: 'keyword', choices: ['contains', 'not contains'], typed: '', from: 17 }],
    ['[feats not co¦', { kind: 'keyword', choices: ['contains'], typed: 'co', from: 11 }],
    ['<¦', { kind: 'region', typed: '', from: 1 }],
    ['"now" </s¦', { kind: 'region', typed: 's', from: 8 }],
    ['"the" w¦', { kind: 'keyword', choices: ['within', 'containing'], typed: 'w', from: 6 }],
    ['[]{2,3} con¦', { kind: 'keyword', choices: ['within', 'containing'], typed: 'con', from: 8 }],
    ['a:[] my_b : "x:y" [word="z:z"] :: ¦', { kind: 'label', choices: ['a', 'my_b'], typed: '' }],
    ['a:[] b:[] :: a.word = "q" & !(b¦', { kind: 'label', choices: ['a', 'b'], typed: 'b', from: 30 }],
    ['"::" w¦', { kind: 'keyword', typed: 'w', from: 5 }],
    ['a:[] b:[] :: a.lemma = b¦', { kind: 'label', choices: ['a', 'b'], typed: 'b', from: 23 }],
    ['a:[] b:[] :: a.le¦', { kind: 'attribute', typed: 'le', from: 15 }],
    ['a:[] b:[] :: a.lemma = b.¦', { kind: 'attribute', typed: '', from: 25 }],
  ])('in %s', (query, wanted) => {
    expect(at(query)).toMatchObject(wanted);
  });

  it.each([
    '¦',
    'the¦',
    '"the"¦',
    '[lemma="a" ¦',
    '"the" ¦',

    '[lemma="a"] a:¦',
    '[lemma¦="a"]'.replace('¦="a"]', '="a"] ¦'),
  ])('nothing in %s', (query) => {
    expect(at(query)).toBeNull();
  });

  it('quotes a value so that every sign stands for itself', () => {
    expect(quotedValue('a.b"(c)')).toBe('a\\.b\\"\\(c\\)');
  });
});
