export type * from '../../core/contract/window.ts';
