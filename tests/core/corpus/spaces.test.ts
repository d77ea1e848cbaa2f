import { describe, expect, it } from 'vitest';
import { standsSpaced } from '../../../core/corpus/spaces.ts';

describe('A text of a script without spaces', () => {
  it('was cut into words where spaces stand between them', () => {
    expect(standsSpaced('我们 沿着 河 走 了 一个 小时')).toBe(true);
    expect(standsSpaced('三四郎 は 母 の 言いつけ どおり 野々宮 を 尋ねる こと に し た')).toBe(true);
    expect(standsSpaced('เรา กลับ บ้าน เพราะ ฝน ตก')).toBe(true);
  });

  it('was not where spaces part verses, phrases or lines', () => {
    expect(standsSpaced('白日依山盡 黃河入海流 欲窮千里目 更上一層樓')).toBe(false);
    expect(standsSpaced('关关雎鸠 在河之洲 窈窕淑女 君子好逑')).toBe(false);
    expect(standsSpaced('ทำเนียบรัฐบาลพร้อมดูแลเด็ก หลังผู้เป็นแม่ถูกทำร้าย ที่ย่านภาษีเจริญ เมื่อวันจันทร์ที่ผ่านมา')).toBe(false);
    expect(standsSpaced('我\n们\n走\n了\n吧')).toBe(false);
  });

  it('was not where there are too few spaces to tell', () => {
    expect(standsSpaced('你 好')).toBe(false);
    expect(standsSpaced('')).toBe(false);
  });
});
