import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growingPostings } from '../../../core/project/postings.ts';
import { encodeAscending } from '../../../core/project/varints.ts';

it('of every type are the differences between its places, whatever order the types come in', () => {
  const stream = fc.array(fc.tuple(fc.nat(6), fc.oneof(fc.nat(300), fc.nat(2 ** 33))), { maxLength: 400 });
  fc.assert(
    fc.property(stream, (tokens) => {
      const postings = growingPostings(7);
      const plain = Array.from({ length: 7 }, (): number[] => []);
      let place = 0;
      for (const [type, gap] of tokens) {
        place += gap;
        postings.put(type, place);
        plain[type]!.push(place);
      }
      for (const [type, places] of plain.entries())
        expect(postings.places(type)).toEqual(encodeAscending(places));
    }),
  );
});

it('fill more than one chunk of memory', () => {
  const postings = growingPostings(3);
  const tokens = 1_500_000;
  for (let place = 0; place < tokens; place++) postings.put(place % 1000 === 0 ? 1 : 0, place);
  const all = [...Array(tokens).keys()];
  expect(Buffer.compare(postings.places(0), encodeAscending(all.filter((at) => at % 1000 !== 0)))).toBe(0);
  expect(Buffer.compare(postings.places(1), encodeAscending(all.filter((at) => at % 1000 === 0)))).toBe(0);
  expect(postings.places(2)).toHaveLength(0);
});
