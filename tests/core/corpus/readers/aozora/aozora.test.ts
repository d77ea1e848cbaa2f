import { describe, expect, it } from 'vitest';
import { printedLine } from '../../../../../core/corpus/readers/aozora/aozora-marks.ts';
import { encodeAs } from '../../encode-as.ts';
import { openedFile } from '../opened-file.ts';

const legend = `-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
（例）庭《にわ》

［＃］：入力者注
-------------------------------------------------------
`;
const book = `庭の話
短い方
山田花子
John Smith訳

${legend}
［＃５字下げ］一［＃「一」は中見出し］

　庭《にわ》に古い｜井戸端《いどばた》がある。
　犬は見た。※［＃「目＋爭」、第3水準1-88-85］

［＃本文終わり］
底本：「短い話」架空社
　　　2001（平成13）年1月2日発行
入力：某
`;

describe('texts of Aozora Bunko', () => {
  const bytesOf = (encoding: string) => {
    const text = book.replaceAll('\n', '\r\n');
    if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
    return encoding === 'utf-8' ? Buffer.from(text) : encodeAs(text, encoding);
  };

  it.each(['utf-8', 'shift_jis', 'euc-jp', 'utf-16le'])('are what was printed, in %s', async (encoding) => {
    const { documents } = await openedFile('a.txt', bytesOf(encoding));
    expect(documents).toMatchObject([
      {
        whole: '一\n\n　庭に古い井戸端がある。\n　犬は見た。睜',
        language: 'ja',
        metadata: {
          title: '庭の話',
          subtitle: '短い方',
          author: '山田花子',
          translator: 'John Smith訳',
          source: '「短い話」架空社',
        },
      },
    ]);
  });

  it('without a legend are told by their marks; other texts with such brackets are not', async () => {
    const short = '山\n某\n\n　山《やま》に登《のぼ》る。\n\n底本：「本」社\n';
    expect((await openedFile('a.txt', short)).documents[0]!.whole).toBe('　山に登る。');
    const chinese = '我读《红楼梦》和《西游记》。\n他也读《水浒传》。\n';
    expect((await openedFile('b.txt', chinese)).documents[0]!.whole).toBe(chinese);
  });

  it.each([
    // Readings.
    ['吾輩《わがはい》は一番｜獰悪《どうあく》', '吾輩は一番獰悪'],
    ['閉じない《わがはい', '閉じない《わがはい'],
    ['縦線｜だけ', '縦線｜だけ'],
    // Notes, and notes within notes.
    ['前［＃「前」に傍点］後［＃改ページ］', '前後'],
    ['※［＃「口＋世」、U+546D、12-3］だ［＃「※［＃「口＋世」、U+546D、12-3］」に傍点］', '呭だ'],
    ['山城［＃（ノ）］國、自［＃二］女王', '山城國、自女王'],
    ['閉じない［＃注', '閉じない［＃注'],
    // Characters that a note describes.
    ['※［＃ローマ数字1、1-13-21］と※［＃二の字点、1-2-22］', 'Ⅰと〻'],
    ['※［＃始め二重山括弧、1-1-52］山※［＃終わり二重山括弧、1-1-53］', '《山》'],
    ['※［＃「言＋墟のつくり」、第4水準2-88-74］※［＃「てへん＋勾」、10-4］', '譃〓'],
    ['※［＃半濁点付き片仮名カ、1-5-87］', 'カ゚'],
    // Accents that were written behind their letters.
    ["〔E'tude, oe&uvre, fac,ade, Stras&e〕と〔注〕", 'Étude, œuvre, façade, Straßeと〔注〕'],
    // Marks of repetition in two halves.
    ['いろ／＼、ばら／″＼', 'いろ〳〵、ばら〴〵'],
  ])('%s', (written, printed) => {
    expect(printedLine(written)).toBe(printed);
  });
});
