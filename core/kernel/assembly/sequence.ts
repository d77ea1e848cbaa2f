// Recurrent networks: the functions of which a step of training or reading is made. Offsets and sizes come from the network; nothing is
// allocated. Rows are filled with zeros up to a multiple of 8 numbers, and all that runs along them may go to that end.
export {
  multiply,
  multiplyPackedByColumn,
  packLeft,
  packLeftTransposed,
  packRight,
  packRightTransposed,
  scalePackedColumns,
} from './matrix-product';
export {
  addScaledRows,
  addWeightedRows,
  carryRows,
  clearNumbers,
  dotRows,
  drawMask,
  gatherRows,
  multiplyNumbers,
  scaleRows,
  scatterRows,
  scatterScaledRows,
  subtractGathered,
  sumRows,
} from './matrix-rows';
export { applyFunction, lstmBackward, lstmForward, rnnBackward, rnnForward } from './recurrent-cells';
export {
  logProbabilities,
  sampledGradients,
  softmaxGroup,
  softmaxLosses,
  subtractTotals,
  takeTargetScores,
} from './softmax-rows';
export { adam, adamRows, descend, descendRows, sumOfSquares } from './weight-updates';
