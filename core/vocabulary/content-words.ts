/**
 * Entries of stopwords-iso that mean something, by language: picked by hand. The lists hold men but not women, war, life and God; a word
 * list without grammar is wanted, not one without these. Words that are not in a list do no harm here.
 */
export const contentWords: Readonly<Record<string, string>> = {
  en: `accordance act adj affected affecting affects announce appreciate area areas ask asked asking asks associated auth
    believe big bill billion biol bottom brief call caption case cases cause causes changes click cmon computer concerning
    copy course cry date dear describe described detail doubtful early edu effect empty face faces fact facts felt fill find
    finds fire fix found free front full general good goods gov great greater greatest greetings group grouped grouping groups
    half hell hello help high higher highest home homepage htm html http hundred ill importance important index information
    interest interested interesting interests invention keys kind knew know known knows large line little long longer longest
    look looking looks low lower ltd man mean means member members men microsoft mil mill million mine mrs msie name netscape
    new newer newest novel number numbers old older oldest open opened opening opens order ordered ordering orders org page
    pages part parts place places poorly present problem problems proud research result results right ring room rooms run
    second seconds section self selves sensible serious show side sides significant similar sincere site small smaller
    smallest sorry state states strongly substantially successfully system tell test text thank thanks thick thin thing things
    think thinks thought thoughts thousand tip top trillion true try trying turn turned turning turns unfortunately use useful
    usefulness value want wanted wanting wants way ways web webpage website welcome width wonder word words work worked working
    works world www year years young younger youngest`,
  de: `beispiel bekannt dank ehrlich eigen ende ernst gesagt gott gross grosse grossen grosser grosses groß große großen großer
    großes gut gute guter gutes hoch jahr jahre jahren kleine kleinen kleiner kleines kurz lang lange leicht leide lieber mann
    mensch menschen mittel neue neuen ordnung recht rechte rechten rechter rechtes richtig rund sache sagt sagte satt schlecht
    schluss startseite suche tag tage tagen tat teil tel uhr vergangenen wahr weit wissen zeit`,
  fr: `beau bon bonne cher chers chère chères dire dos droite effet façon force gens haut importe juste longtemps mince mot naturel
    naturelle naturelles nombreuses nombreux nouveau nouveaux ouvert ouverte ouverts parle parlent parler pense personnes pièce
    pire possible possibles premier première probable pur pure rare rares remarquable reste semblable seul seule sujet tardive
    tente tenir unique uniques valeur vif vifs vive vives voie vivat façon particulier particulière`,
  es: `acuerdo bueno buena buenas buenos buen claro conocer cosas cuenta decir dia dias día días ejemplo emplear empleo estado estados
    fin final general gran grandes hecho horas informo informó intento lado largo lejos lugar mal manera mayor mejor menudo modo
    momento nueva nuevas nuevo nuevos pais paìs parte pasada pasado peor posible propia proximo próximo próximos realizar saber sal
    tarde temprano tiempo total trabajar trabajo uso valor verdad verdadera verdadero`,
  it: `anno anni caso casa città comprare cosa cose detto dire ecco fatto fine forza futuro gente giorni giorno giù gran grande grazie
    gruppo grandi importante lato lavoro macche mila mondo nome nuovi nuovo nuova nuove oggi ora ore paese parte peccato persone piedi
    posto primo promesso prima registrazione scopo scola solito tempo titolo uomo vero verso vita volta volte bene buono brava bravo
    bello bella buona buone male malissimo lontano lasciato`,
  pt: `ano anos apoio área boa boas bom bons caminho certeza coisa comprido conselho corrente direita dúvida estado exemplo favor fim
    final geral grande grandes grupo hora horas iniciar inicio lado local lugar mês meses momento nome noite nova novas novo novos número
    obra pessoas ponto pontos posição povo próximo questão relação saber sistema tempo tipo trabalhar trabalho valor verdade verdadeiro
    viagem vindo
    cedo conhecido dia dizer fazer hoje maior parte partir pegar poder possível tarde tentar vez vezes`,
  nl: `beetje gewoon klaar paar recent spoedig`,
  ru: `белый важная важное важные важный вернуться вечер взгляд взять вид видел видеть вода война вопрос время времени главный глаз говорил
    говорит говорить год года году голова голос город давать далекий дать дверь дел дело делал делать делаю день деньги дом дорога друг
    думать душа ждать жена женщина жизнь жить земля знать значит значить идти имя книга комната конец лежать лет лицо любить люди
    маленький мать машина место мимо минута мир мира москва найти народ начала начать новый нога ночь ответить отец писать плечо подойди
    подумать пойти пол получить помнить понимать понять посмотреть правда процентов путь работа работать ребенок решить россия рука
    русский ряд свет сделать сидеть сила сказал сказала сказать слово случай смотреть советский спасибо спросить старый стать стол
    сторона стоять страна суть считать товарищ увидеть улица утро хороший хорошо хотеть час часть человек большой близко`,
  sv: `beslut beslutat beslutit dag dagar dagarna dagen enkel enkelt enkla god goda gott bra lilla liten litet långsam långt stor stora stort
    små tack viktig viktigt ursäkt delen del
    bäst bättre hög höger högre högst idag längre längst möjlig möjligt nummer nödvändig sämre sämst tidig tidigare tidigast viktigare viktigast vänster vänstra värre`,
  fi: `aika aikaa aikaan aikana aloittaa antaa apu asia asiaa asian asiasta asiat asioiden asioita haluaa hetkellä hyvä hyvää hyvin hyvät
    hyviä kiitos pieni pienen suuri suuren suuret suuria
    alussa kertaa nopeasti oikea uudeksi uusi vuoden vuosi vuosien vuotta`,
  pl: `dobrze pan pana pani roku lat raz sposób kierunku prawie nowe`,
  cs: `clanek clanku clanky den dobrý děkovat děkujeme děkuji email článek článku články nový nové novy zpravy zprávy konec strana tema téma
    deset sto tisíc málo možná`,
  hu: `cikk cikkek cikkeket nagy nagyobb uram urak urat naponta napot jó jövőre lehetőség köszönöm első második év éve évek új`,
};
