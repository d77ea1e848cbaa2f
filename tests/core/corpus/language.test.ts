import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { chooseMethod, detectLanguage } from '../../../core/corpus/language.ts';

const sentences: Readonly<Record<string, string>> = {
  en: 'We walked along the river for an hour and then it began to rain, so that we had to turn back.',
  de: 'Wir gingen eine Stunde am Fluss entlang, und dann begann es zu regnen, so dass wir umkehren mussten.',
  fr: 'Nous avons marché une heure le long de la rivière, puis il s’est mis à pleuvoir et nous sommes rentrés.',
  it: 'Abbiamo camminato per un’ora lungo il fiume, poi è cominciata la pioggia e siamo tornati a casa con gli altri.',
  es: 'Caminamos una hora por la orilla del río y después empezó a llover, así que tuvimos que volver con los demás.',
  pt: 'Andámos uma hora ao longo do rio e depois começou a chover, por isso não fomos mais longe com os outros.',
  ca: 'Vam caminar una hora al costat del riu i després va començar a ploure, així que els altres també van tornar amb nosaltres.',
  ro: 'Am mers o oră de-a lungul râului, apoi a început să plouă și a trebuit să ne întoarcem cu toții.',
  nl: 'Wij liepen een uur langs de rivier en toen begon het te regenen, zodat wij met de anderen naar huis zijn gegaan.',
  sv: 'Vi gick en timme längs floden och sedan började det regna, så att vi fick vända om med de andra.',
  da: 'Vi gik en time langs floden, og så begyndte det at regne, så vi måtte vende om sammen med de andre af vores venner.',
  no: 'Vi gikk en time langs elven, og så begynte det å regne, så vi måtte snu sammen med de andre som var med oss etter hvert.',
  fi: 'Kävelimme tunnin joen vartta, ja sitten alkoi sataa niin, että meidän oli pakko kääntyä takaisin, mutta hän ei tullut.',
  et: 'Me kõndisime tund aega mööda jõge ja siis hakkas sadama, nii et me pidime tagasi pöörduma, aga tema ei tulnud.',
  hu: 'Egy órát sétáltunk a folyó mentén, aztán eleredt az eső, és vissza kellett fordulnunk, de ő nem jött velünk.',
  pl: 'Szliśmy godzinę wzdłuż rzeki, a potem zaczęło padać, tak że musieliśmy wrócić do domu i już nie było go z nami.',
  cs: 'Šli jsme hodinu podél řeky a pak začalo pršet, takže jsme se museli vrátit domů, ale on už s námi nebyl.',
  sk: 'Išli sme hodinu pozdĺž rieky a potom začalo pršať, takže sme sa museli vrátiť domov, ale on už s nami nebol.',
  hr: 'Hodali smo sat vremena uz rijeku, a onda je počela kiša i morali smo se vratiti kući, ali on nije bio s nama.',
  lt: 'Valandą ėjome palei upę, o paskui pradėjo lyti ir turėjome grįžti namo, bet jis nebuvo su mumis.',
  lv: 'Mēs gājām stundu gar upi, un tad sāka līt, un mums bija jāgriežas atpakaļ, bet viņš nebija ar mums.',
  tr: 'Nehir boyunca bir saat yürüdük, sonra yağmur başladı ve geri dönmek zorunda kaldık, ama o bizimle değildi.',
  vi: 'Chúng tôi đi bộ một giờ dọc theo con sông và rồi trời bắt đầu mưa, nên chúng tôi phải quay lại.',
  id: 'Kami berjalan selama satu jam di tepi sungai dan kemudian hujan turun, jadi kami harus kembali ke rumah dengan mereka.',
  la: 'Per horam secundum flumen ambulavimus, sed cum pluere coepisset domum redire coacti sumus, nec ille nobiscum erat.',
  ru: 'Мы шли час вдоль реки, а потом начался дождь, и нам пришлось вернуться, но его уже не было с нами.',
  uk: 'Ми йшли годину вздовж річки, а потім почався дощ, і нам довелося повернутися, але його вже не було з нами.',
  bg: 'Вървяхме един час край реката и след това започна да вали, така че трябваше да се върнем, но той не беше с нас.',
  sr: 'Ходали смо сат времена уз реку, а онда је почела киша и морали смо да се вратимо, али он није био с нама.',
  el: 'Περπατήσαμε μία ώρα δίπλα στο ποτάμι και μετά άρχισε να βρέχει, και έπρεπε να γυρίσουμε πίσω.',
  grc: 'ἐπορευόμεθα δὲ παρὰ τὸν ποταμὸν μίαν ὥραν, εἶτα δὲ ὕοντος τοῦ θεοῦ οἴκαδε ἀπήλθομεν· ὁ γὰρ φίλος οὐκ ἦν μεθ’ ἡμῶν.',
  ar: 'مشينا ساعة على طول النهر ثم بدأ المطر في النزول فكان علينا أن نعود إلى البيت.',
  fa: 'یک ساعت در کنار رودخانه راه رفتیم و بعد باران گرفت و مجبور شدیم که به خانه برگردیم.',
  ur: 'ہم ایک گھنٹے تک دریا کے کنارے چلتے رہے اور پھر بارش شروع ہو گئی تو ہم گھر واپس آ گئے۔',
  he: 'הלכנו שעה לאורך הנהר ואז התחיל לרדת גשם, אבל הוא לא היה איתנו וחזרנו אל הבית.',
  hi: 'हम नदी के किनारे एक घंटे तक चले और फिर बारिश होने लगी तो हम घर लौट आए।',
  th: 'เราเดินเลียบแม่น้ำหนึ่งชั่วโมงแล้วฝนก็เริ่มตกเราจึงต้องกลับบ้าน',
  ja: '川に沿って一時間ほど歩くと、雨が降りだしたので、私たちは家に帰ることにした。',
  zh: '我们沿着河走了一个小时，后来下雨了，我们只好回家，可是他没有和我们在一起。',
  ko: '우리는 강을 따라 한 시간 동안 걸었는데 비가 내리기 시작해서 집으로 돌아왔다.',
  ka: 'ჩვენ ერთი საათი ვიარეთ მდინარის გასწვრივ და მერე წვიმა დაიწყო.',
};

describe('The language of a text', () => {
  for (const [language, sentence] of Object.entries(sentences))
    it(`is ${language} for a sentence in ${language}`, () => {
      expect(detectLanguage(sentence).language).toBe(language);
    });

  it('is literary Chinese where its particles stand and those of speech do not', () => {
    const text =
      '昔者有人行於河濱，天雨而歸。其友問之曰：子何以歸乎？對曰：雨也。友人笑之，而其人不以為意焉。'.repeat(
        3,
      );
    expect(detectLanguage(text).language).toBe('lzh');
  });

  it('stays open for texts without letters, for very short ones and for letters without sense', () => {
    expect(detectLanguage('')).toEqual({ language: 'und', confidence: 0 });
    expect(detectLanguage('1851, 3.14 — !!').language).toBe('und');
    expect(detectLanguage('Xq').language).toBe('und');
    expect(detectLanguage('vqxz grmpf wlk dzt brrgl fnordix qwp '.repeat(20)).language).toBe('und');
  });

  it('is surer of longer texts', () => {
    const { en } = sentences;
    expect(detectLanguage(en!.repeat(5)).confidence).toBeGreaterThan(detectLanguage(en!).confidence);
    expect(detectLanguage(en!.repeat(5)).confidence).toBeGreaterThan(0.9);
  });
});

describe('The method of a text', () => {
  const { zh, th, en, ko } = sentences as Record<'zh' | 'th' | 'en' | 'ko', string>;

  it('is spaced for scripts with spaces and segmenter for those without', () => {
    expect(chooseMethod('en', en, defaultTokenSettings)).toBe('spaced');
    expect(chooseMethod('ko', ko, defaultTokenSettings)).toBe('spaced');
    expect(chooseMethod('zh', zh, defaultTokenSettings)).toBe('segmenter');
    expect(chooseMethod('th', th, defaultTokenSettings)).toBe('segmenter');
  });

  it('is spaced for Chinese that was cut by spaces already', () => {
    const cut = '我们 沿着 河 走 了 一个 小时 ， 后来 下雨 了 ， 我们 只好 回家 。';
    expect(chooseMethod('zh', cut, defaultTokenSettings)).toBe('spaced');
  });

  it('is not spaced for verses with a space between them', () => {
    const verses = '白日依山盡 黃河入海流 欲窮千里目 更上一層樓 '.repeat(5);
    expect(chooseMethod('zh', verses, defaultTokenSettings)).toBe('segmenter');
  });

  it('is characters for literary Chinese', () => {
    expect(chooseMethod('lzh', '學而時習之，不亦說乎？', defaultTokenSettings)).toBe('characters');
  });

  it('follows what stands in the text where the language was chosen wrongly', () => {
    expect(chooseMethod('en', zh, defaultTokenSettings)).toBe('segmenter');
    expect(chooseMethod('zh', en, defaultTokenSettings)).toBe('spaced');
  });

  it('is what the user wished', () => {
    expect(chooseMethod('zh', zh, { ...defaultTokenSettings, method: 'characters' })).toBe('characters');
    expect(chooseMethod('zh', zh, { ...defaultTokenSettings, method: 'spaced' })).toBe('spaced');
  });
});

describe('Turkish and Azerbaijani', () => {
  it('are told apart by ə, which no text of some length lacks', () => {
    expect(detectLanguage('Işıklı kış günü İğdır yolunda dağ köyü uzak görünüyordu.').language).toBe('tr');
    expect(detectLanguage('Şəhərin işıqları uzaqdan görünürdü, yağış yağırdı.').language).toBe('az');
  });
});
