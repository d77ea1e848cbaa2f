/**
 * What decides where words begin and end, beside the settings: this program’s rules, raised whenever the same text comes to other words, and
 * its dictionaries. Kept with every import.
 */
export const cuttingRules = 'firth 6; jieba 2.4.0; ipadic 2.7.0-20070801; ko-dic 0.1.3; icu 67.1';

/** Whether texts would be cut otherwise today. Before there were rules to name, Japanese and Thai were cut by the system. */
export const isCutOtherwise = (rules: string | undefined): boolean => rules !== cuttingRules;
