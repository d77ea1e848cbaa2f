import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens-of.ts';

const words = (text: string, language = 'und') => tokensOf(text, { language }).forms.join(' ');

describe('Signs within words', () => {
  it('are marks of Armenian', () => {
    expect(words('Ինչպե՞ս ես։ Ո՜վ, եկե՛ք', 'hy')).toBe('ինչպե՞ս ես ո՜վ եկե՛ք');
  });

  it('are geresh and gershayim of Hebrew, however they are typed', () => {
    expect(words('שארה"ב וצה״ל ומנכ”ל', 'he')).toBe('שארה"ב וצה"ל ומנכ"ל');
    expect(words("רח' הרצל, צ'ק וג׳ירפה", 'he')).toBe("רח' הרצל צ'ק וג'ירפה");
    // A prefix before a quotation, quotations, and words between single quotation marks.
    expect(words('ל"הארץ" אמר "שלום" \'טוב\'', 'he')).toBe('ל הארץ אמר שלום טוב');
  });

  it('are colons of Finnish and Swedish, not those of times and other languages', () => {
    expect(words('EU:hun, 15:n ja 12:30', 'fi')).toBe('eu:hun 15:n ja 12 30');
    expect(words('S:t Eriks', 'sv-SE')).toBe('s:t eriks');
    expect(words('one:two', 'en')).toBe('one two');
  });

  it('are tones and modifiers of phonetics', () => {
    expect(words('ma˥˥ ma˧˥ ma˥˩ bɝ˞d ŋa꞉ tʰa')).toBe('ma˥˥ ma˧˥ ma˥˩ bɝ˞d ŋa꞉ tʰa');
  });

  it('are the separator of Mongolian and the chillu of Malayalam', () => {
    expect(words('ᠬᠠᠨ\u180eᠠ ᠭᠣᠣᠯ\u180eᠠ', 'mn')).toBe('ᠬᠠᠨ\u180eᠠ ᠭᠣᠣᠯ\u180eᠠ');
    expect(words('അവന്\u200d അവന്', 'ml')).toBe('അവന്\u200d അവന്');
    // Elsewhere a joiner at the end is nothing.
    expect(words('می\u200cرود\u200c', 'fa')).toBe('می\u200cرود');
  });

  it('are joiners before a vowel killer, twice in a row, and marks of direction', () => {
    expect(words('র\u200d্যাব', 'bn')).toBe('র\u200d্যাব');
    expect(words('হঠাত্\u200d উত্\u200dসব', 'bn')).toBe('হঠাৎ উৎসব');
    expect(words('خانه\u200c\u200cها خانه\u200cها', 'fa')).toBe('خانه\u200cها خانه\u200cها');
    expect(words('کورد\u200fستان \u202bשל\u200eום\u202c foo\ufeffbar', 'und')).toBe('کوردستان שלום foobar');
    expect(words('ܐܒ\u070fܪ', 'syr')).toBe('ܐܒ\u070fܪ');
    expect(words('a\u200c\u200c\u200c\u200c\u200c\u200c\u200c\u200cb', 'fa')).toBe('a b');
  });

  it('are the narrow space before a Mongolian suffix, and before nothing else', () => {
    expect(words('ᠬᠦᠮᠦᠨ\u202fᠦ ᠨᠣᠮ', 'mn')).toBe('ᠬᠦᠮᠦᠨ\u202fᠦ ᠨᠣᠮ');
    expect(words('Quoi\u202f? «\u202foui\u202f» non', 'fr')).toBe('quoi oui non');
  });

  it('are marks of Armenian abbreviation, its hyphen, and the dot between syllables', () => {
    expect(words('ՏՐ՟ հյուսիս֊արևելք', 'hy')).toBe('տր՟ հյուսիս-արևելք');
    expect(words('col‧legi', 'ca')).toBe('col‧legi');
  });

  it('are syllable marks of Tibetan where spaces cut its words, and part syllables where none do', () => {
    expect(words('ཁང་པ བརྗེ་བོ བརྒྱབ དང ལབ་ཀྱི འདུག', 'bo')).toBe('ཁང་པ བརྗེ་བོ བརྒྱབ དང ལབ་ཀྱི འདུག');
    expect(words('ང་ཚོ་འགྲོ་བ་མི་རྣམས།', 'bo')).toBe('ང ཚོ འགྲོ བ མི རྣམས');
  });

  it('are low lines between letters, not those of emphasis', () => {
    expect(words('_very_ _not all_ _ snake_case covid_19 *word* __init__')).toBe(
      'very not all snake_case covid_19 word init',
    );
  });

  it('are one hyphen and one apostrophe, however they are written', () => {
    expect(words('e-mail e‐mail e‑mail')).toBe('e-mail e-mail e-mail');
    expect(words("don’t donʼt don't")).toBe("don't don't don't");
  });

  it('are at the ends of words too what is a letter: the ejective, the glottal stop, the ʻokina before a vowel', () => {
    expect(words('sakʼ sak tsʼa', 'und')).toBe("sak' sak ts'a");
    expect(words('ʼaadóó yáʼátʼééh', 'nv')).toBe("'aadóó yá'át'ééh");
    expect(words('‘O ka ‘ōlelo Hawai‘i ‘Kakou', 'haw')).toBe("'o ka 'ōlelo hawai'i kakou");
    expect(words('‘only’ ’tis', 'en')).toBe('only tis');
    expect(words('lʼhomme', 'fr')).toBe("l' homme");
  });

  it('are those of numbers: the apostrophe of thousands, the bar of a fraction, the point of a version', () => {
    expect(words("1'234.50 10’000 1⁄2 v2.0 mp3.It")).toBe("1'234.50 10'000 1⁄2 v2.0 mp3 it");
    expect(tokensOf("1'234", { settings: { apostrophes: 'split' } }).forms).toEqual(['1', '234']);
  });
});

describe('No word', () => {
  it('is made of marks, selectors or key caps alone', () => {
    expect(words('a ˜ b ˘ c ´ d')).toBe('a b c d');
    expect(words('I ❤\ufe0f it ☀\ufe0f 1\ufe0f⃣ #\ufe0f⃣ 👩‍❤\ufe0f‍👨 👍🏽 ◌\u0301 ok')).toBe('i it ok');
  });

  it('is a symbol of a font, but letters of private use are letters', () => {
    expect(words('\uf0b7 item \ue001\ue002 x\uf123y')).toBe('item \ue001\ue002 x\uf123y');
  });
});

describe('In Greek', () => {
  it('a semicolon asks, and a raised dot parts words', () => {
    const found = tokensOf('Πού πας; Δεν ξέρω· ναι', { language: 'el' });
    expect(found.forms.join(' ')).toBe('πού πας δεν ξέρω ναι');
    expect(found.sentences).toEqual([0, 2]);
    expect(tokensOf('Where; There', { language: 'en' }).sentences).toEqual([0]);
  });
});
