import { meaning, type Rule, type RulesOf } from './markup.ts';
import { apart } from './text-flow.ts';

/**
 * Stories of InDesign and InCopy (ICML, the markup of IDML): text stands in `Content` alone, and only `Br` ends a paragraph; ranges of a
 * style begin and end within words.
 */
export const incopyRules: RulesOf = () => ({
  xml: true,
  onlyWithin: true,
  elements: new Map<string, Rule>([
    ['Content', { within: true }],
    ...meaning('Br Story Cell', { apart: apart.paragraph }),
    ['Footnote', { aside: 'note' }],
    ['Note', { out: 'comments' }],
    ['HiddenText', { out: 'hidden' }],
    ['Change', ({ ChangeType }) => (ChangeType === 'DeletedText' ? { out: 'deleted' } : undefined)],
    ['TextVariableInstance', ({ ResultText }) => ({ says: ResultText ?? '' })],
  ]),
});
