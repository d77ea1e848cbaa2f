import { describe, expect, it } from 'vitest';
import { hiddenBy, stylesOf } from '../../../../core/corpus/readers/hidden-styles.ts';

describe('what is not shown', () => {
  it('is told by attributes', () => {
    const isHidden = hiddenBy('');
    expect(isHidden('p', { hidden: '' })).toBe(true);
    expect(isHidden('p', { style: 'color:red; display : none' })).toBe(true);
    expect(isHidden('p', { style: 'visibility:hidden' })).toBe(true);
    expect(isHidden('p', { style: 'display:block', 'aria-hidden': 'true' })).toBe(false);
  });

  it('is told by style sheets, for elements by their own names, as far as they hold on a screen', () => {
    const isHidden = hiddenBy(`
      @charset "utf-8"; .a, p.b { color: red; DISPLAY: none } #c{display:none} .d .e {display:none}
      @media print { .f { display: none } } /* .g { display: none } */ body { display: none }
      .h { display: none } .h { display: block } .i { visibility: hidden`);
    expect(isHidden('span', { class: 'x a' })).toBe(true);
    expect(isHidden('p', { class: 'b' })).toBe(true);
    expect(isHidden('div', { class: 'b' })).toBe(false);
    expect(isHidden('div', { id: 'c' })).toBe(true);
    for (const name of ['d', 'e', 'f', 'g', 'h', 'i'])
      expect([name, isHidden('p', { class: name })]).toEqual([name, false]);
    expect(isHidden('body', {})).toBe(false);
  });

  it('stands in the style elements of a page that are not for print alone', () => {
    expect(
      stylesOf('<style>.a{}</style><style media="print">.b{}</style><h:style type="text/css">.c{}</h:style>'),
    ).toBe('\n.a{}\n.c{}');
    expect(stylesOf('<style>.a{')).toBe('');
  });
});
