import type { Command } from '../command.ts';
import { importCommand, linesCommand } from './corpus.ts';
import { exportCommand, importVectorsCommand, infoCommand, modelsCommand, verifyCommand } from './project.ts';
import {
  analogyCommand,
  evaluateCommand,
  neighboursCommand,
  oddCommand,
  predictCommand,
  similarityCommand,
} from './search.ts';
import { sequenceCommand } from './sequence.ts';
import { pairsCommand, trainCommand } from './training.ts';

/** Every command, in the order of the help: the order of the work. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['train', trainCommand],
  ['neighbours', neighboursCommand],
  ['analogy', analogyCommand],
  ['odd', oddCommand],
  ['similarity', similarityCommand],
  ['predict', predictCommand],
  ['pairs', pairsCommand],
  ['lines', linesCommand],
  ['sequence', sequenceCommand],
  ['evaluate', evaluateCommand],
  ['export', exportCommand],
  ['import-vectors', importVectorsCommand],
  ['models', modelsCommand],
  ['info', infoCommand],
  ['verify', verifyCommand],
]);
