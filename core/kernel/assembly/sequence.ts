// Recurrent networks: the functions of which a step of training or reading is made. Offsets and sizes come from the network; nothing is
// allocated. Rows are filled with zeros up to a multiple of 8 numbers, and all that runs along them may go to that end.
export { multiply, packLeft, packLeftTransposed, packRight, packRightTransposed } from './matrix-product';
