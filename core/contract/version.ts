/** Of the program, as package.json has it: what a methods paragraph names. */
export const version = '0.1.0';
