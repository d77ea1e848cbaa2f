import { describeAccessibility } from './accessibility.ts';

describeAccessibility(1);
