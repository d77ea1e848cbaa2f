/** Frequent short words of languages that share a script, and letters that few of the others use. */
export interface LanguageProfile {
  readonly words: string;
  readonly letters?: string;
  /** A letter that no text of some length lacks. */
  readonly always?: string;
}

export const latinProfiles: Readonly<Record<string, LanguageProfile>> = {
  en: {
    words:
      'the of and to in a is that it was for he with his as on be at by i this had not are but from or have an they which you were her she all one would there their we him been has when who will more no if out so said what up its about into than them can only other do time my over did',
  },
  de: {
    words:
      'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir mir mich ihr ihm doch',
    letters: 'äöüß',
  },
  fr: {
    words:
      'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son lui nous comme mais on leur était être cette elle ses aux sa ces fait si même tout deux où sans je vous me bien avait donc mon',
    letters: 'éèêàçùœ',
  },
  it: {
    words:
      'di e il la che in a per un è del non una si con le da i della sono dei al come più alla nel anche lo gli ma se delle su ha o dal mi era io suo cui questo così quando aveva perché nella essere ho ci lei lui sua',
    letters: 'àèìòù',
  },
  es: {
    words:
      'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está yo mi porque',
    letters: 'ñáéíóú¿¡',
  },
  pt: {
    words:
      'de a que o e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos',
    letters: 'ãõçáéíóúâê',
  },
  ca: {
    words:
      'de la el i que a en els les un per amb una no es del al va són com més ha però o si aquest aquesta dels seva seu també era fou molt hi ho ser ja quan tot així això entre fins sobre on han havia',
    letters: 'çàèòï·',
  },
  gl: {
    words:
      'de a que o e do da en un para é con non unha os no se na por máis as dos como pero foi ao el das ten á súa seu ou ser cando moi hai nos xa está eu tamén só polo pola ata iso ela entre era despois sen mesmo',
    letters: 'ñáéíóú',
  },
  ro: {
    words:
      'de și şi în a la cu pe nu un o din care să se este mai pentru ce al fi sunt că au fost era prin lui dar sau după ca le îi el ei am i-a s-a fără până acest această când toate foarte numai unde',
    letters: 'ăâîșțşţ',
  },
  nl: {
    words:
      'de van een het en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit nog of wordt door naar heeft hij ze wat werd over kan geen ik meer had was zij hem haar tot deze worden al zich je mijn',
    letters: 'ĳ',
  },
  af: {
    words:
      'die van en in het is wat dat te nie om vir met op was hy sy as aan by ons kan sal daar uit haar hom maar word ek hulle oor deur na ook een nog moet toe',
  },
  sv: {
    words:
      'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när nu hon under sin efter man vid ut upp där också hade skulle mycket eller då vara hans bara',
    letters: 'åäö',
  },
  da: {
    words:
      'og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne jeg så også efter når kun end være meget mange gik fik andre måtte mellem uden',
    letters: 'æøå',
  },
  no: {
    words:
      'og i det på som er en til å han av for at med var de ikke den har jeg om et men vi hun så seg fra ved nå kan skal skulle etter opp ut også bare ble ha hadde meg noe eller da enn være bli sin mot hva oss mellom mye mange gikk fikk andre måtte uten nei dem',
    letters: 'æøå',
  },
  is: {
    words:
      'og að í á er sem til um við með var fyrir ekki en það hann því af frá þá hún þeir eða svo ég var hafa vera verið eftir þess þeim úr sér þar nú',
    letters: 'ðþæöáíóúý',
  },
  fi: {
    words:
      'ja on ei se että hän oli joka ovat mutta kun niin myös sen jos tai kuin minä ole hänen mitä vain nyt jo ollut he olen sitä tämä siitä ne kaikki joten sekä ennen olla sitten vielä mukaan jonka minun ettei mikä siinä',
    letters: 'äö',
  },
  et: {
    words:
      'ja on ei et see ta oli ka kui aga mis ma kes oma või siis nii seda veel selle ning mida nad mitte kuid olid pole ole kõik välja üle juba nagu tema ära peale sest',
    letters: 'õäöü',
  },
  hu: {
    words:
      'a az és hogy nem is egy ez meg de csak volt mint azt még már el van ha ki mert én vagy aki ő sem le olyan lehet fel mi most nagyon majd pedig minden úgy ami itt kell azért volna azonban után után volt',
    letters: 'őűáéíóöúü',
  },
  pl: {
    words:
      'i w na z się nie do to że jest o a jak po od za ale przez co dla są tym był tak jego ze oraz być czy tylko już lub przy może jej ich było była pod które który która ma go mnie jeszcze bardzo',
    letters: 'ąćęłńóśźż',
  },
  cs: {
    words:
      'a v se na je že to s z do o i jako ve za k pro by po si ale byl jsem tak jeho co od bylo jak už nebo když jsou podle až aby této před který které která než jen ještě byla také jsme ji mu tím',
    letters: 'ěščřžýáíéůťďň',
  },
  sk: {
    words:
      'a v sa na je že to s z do o aj ako vo za k pre by po si ale bol som tak jeho čo od bolo už alebo keď sú podľa až aby pred ktorý ktoré ktorá než len ešte bola tiež sme ju mu tým nie',
    letters: 'ľĺŕôäčšžýáíéťďň',
  },
  hr: {
    words:
      'i u je da se na za su od s a o ne kao koji što to iz će bi ali sam samo nije do bio ili kako koja još pa već može li koje po bila po sve mi ga nego bilo ja ti kad više',
    letters: 'čćđšž',
  },
  sl: {
    words:
      'in je v na da se za so pa z ki ne kot bi po ali o tudi iz s je bil še bilo od do pri sem bila že tako to ni lahko kako kar samo jih ga če ko več',
    letters: 'čšž',
  },
  lt: {
    words:
      'ir yra kad į iš su tai buvo kaip ne bet o jis apie tik ar už dar po savo nuo jo jie taip kai per labai jau turi prie ką būti man iki dėl mes',
    letters: 'ąčęėįšųūž',
  },
  lv: {
    words:
      'un ir ka uz ar no par bet kas tas arī ne bija pie kā lai viņš es vai tā pēc tikai to ko viņa jau līdz šo savu nav tad',
    letters: 'āčēģīķļņšūž',
  },
  tr: {
    words:
      've bir bu da de için ile çok olarak o ne daha olan gibi en ama kadar sonra var ki ben değil diye her mi ya şey mı iki o bana beni onun nasıl ise bunu kendi hiç yok oldu önce olduğunu',
    letters: 'ığşçöü',
  },
  az: {
    words:
      'və bir bu da də üçün ilə çox olan kimi o daha sonra ki mən deyil hər var isə ya onun sən nə bunu öz yox',
    letters: 'əığşçöü',
    always: 'ə',
  },
  vi: {
    words:
      'và của là có trong được không cho các một người những đã với này để khi đến từ về ra như đó vào cũng ở sẽ tôi nhiều phải làm lại năm anh theo trên đi',
    letters: 'ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
  },
  id: {
    words:
      'yang dan di dari untuk dengan ini itu pada dalam tidak adalah akan ke oleh ada sebagai juga dia kami telah saya atau bisa karena orang mereka kita lebih seperti anda sudah harus',
  },
  fil: {
    words:
      'ang ng sa na mga at ay si ni ko hindi kung para ito siya niya ako mo po rin may lang kanyang isang nang din pa namin',
  },
  sw: {
    words:
      'na ya wa kwa ni katika za la kuwa hii cha kama hiyo yake watu huo hivyo lakini sana mtu alikuwa ambayo pia au yeye mimi',
  },
  la: {
    words:
      'et in est non ad ut cum quod qui sed si ex ab que quae esse per nec enim de aut sunt a ac hoc quam autem eius me te se atque erat quid nam iam ille etiam quoque',
  },
  eo: {
    words:
      'la kaj de en al estas ne ke mi por kun li pri sed ĝi kiu el da ĉi ili estis vi tio tiu sur pli kiel oni per',
    letters: 'ĉĝĥĵŝŭ',
  },
  ga: {
    words:
      'agus an na ar is ag i a go sé le bhí ní do an tá sin sí den chun mar leis ach nach gur aige air bheith ina',
    letters: 'áéíóú',
  },
  cy: {
    words: 'y yn a i o ar yr ei am mae gan wedi hyn oedd fod ac bod yw wrth hwn na un nid eu cael gyda sydd',
    letters: 'ŵŷ',
  },
  eu: {
    words:
      'eta da ez bat du dira izan zuen zen dute baina ere egin hau hori beste den oso baino edo diren bere',
  },
};

export const cyrillicProfiles: Readonly<Record<string, LanguageProfile>> = {
  ru: {
    words:
      'и в не на я что он с как это по но его к у из за то все так она было а от же вы бы о был мне ты только меня ее для мы когда уже или они до если ему чтобы',
    letters: 'ыэъё',
  },
  uk: {
    words:
      'і в не на що я з до та як він за це його а й у від по але вона так про для є було був ще їх під коли бути ти мені все тільки щоб',
    letters: 'іїєґ',
  },
  be: {
    words:
      'і ў не на што я з да як ён за гэта яго а у ад па але яна так пра для было быў яшчэ іх калі мне ўсё толькі каб',
    letters: 'ўіэы',
  },
  bg: {
    words:
      'и в не на да се е за от с че по си това ще са като но той или ли му я ги до беше към бе те го аз когато които след само още със',
    letters: 'ъщ',
  },
  mk: {
    words:
      'и во не на да се е за од со дека по си ова ќе како но тој или ли му ја ги до беше кон што тоа сум само уште',
    letters: 'ѓќѕјљњџ',
  },
  sr: {
    words:
      'и у је да се на за су од с а о не као који што то из ће би али сам само није до био или како која још па већ',
    letters: 'ђјљњћџ',
  },
  kk: {
    words: 'және бір мен да де бұл ол үшін деп болған бар еді оның осы ал бірақ сол',
    letters: 'әғқңөұүһі',
  },
  mn: { words: 'байна нь энэ гэж юм бол тэр нэг байсан их хүн би гэсэн ч уу дээр', letters: 'өү' },
};

export const arabicProfiles: Readonly<Record<string, LanguageProfile>> = {
  ar: {
    words:
      'في من على أن إلى عن ما لا قال هذا التي الذي كان ذلك هذه و له ثم به بن أو قد لم فيه كل عليه حدثنا الله',
    letters: 'ةىأإ',
  },
  fa: {
    words: 'و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می او بود شد ها ما های اند من شود',
    letters: 'پچژگیک',
  },
  ur: {
    words: 'کے میں کی ہے اور سے کا کو اس نے پر ہیں یہ کہ بھی ایک وہ کر تھا جو ہو نہیں گیا لئے تو',
    letters: 'ٹڈڑںہے',
  },
  ps: { words: 'د او په چې کې دی له ته یې دا شوي هم سره هغه یو خو', letters: 'ټډړښږڅځېۍ' },
};

export const devanagariProfiles: Readonly<Record<string, LanguageProfile>> = {
  hi: { words: 'के में की है और से का को ने पर हैं यह कि भी एक वह कर था जो हो नहीं गया लिए तो ही थी थे मैं इस' },
  mr: { words: 'आणि आहे या तो ते हे च व मी ही आहेत होते होता का नाही त्या एक पण असे केले', letters: 'ळ' },
  ne: { words: 'र छ को मा हो यो पनि का गर्न भएको छन् त्यो एक ले गरेको लागि तथा हुन्छ' },
  sa: { words: 'च न तु हि एव वा तत् इति स च ते सः अथ यत् मे तथा अपि यदा तस्य', letters: 'ः' },
};

export const hebrewProfiles: Readonly<Record<string, LanguageProfile>> = {
  he: { words: 'של את על לא הוא זה כי אל אשר כל היה גם היא עם אני מה או כן אם יותר בין הם לו' },
  yi: { words: 'און די דער אין איז צו פון האט מיט ער זיך נישט אַז אַ דאָס זי איך', letters: 'ײױװ' },
};
