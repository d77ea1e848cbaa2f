import { expect, it } from 'vitest';
import { asciiOf, rootElement } from '../../../../core/corpus/readers/root-element.ts';

it.each([
  ['<a/>', 'a'],
  ['\ufeff<?xml version="1.0"?>\n<!-- <b> -->\n<p:PcGts xmlns:p="x">', 'PcGts'],
  ['<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans>', 'Trans'],
  ['<!DOCTYPE a [<!ENTITY b "<c>"> <!-- ]> --> <!ELEMENT d (e)>]><a >', 'a'],
  ['<basic-transcription>', 'basic-transcription'],
  ['text <a>', undefined],
  ['<?xml version="1.0"?><!-- cut', undefined],
])('The outermost element of %j is %j', (source, name) => {
  expect(rootElement(source)).toBe(name);
  expect(rootElement(asciiOf(Buffer.from(`\ufeff${source.replace('\ufeff', '')}`, 'utf16le')))).toBe(name);
});
