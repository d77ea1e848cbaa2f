import { languageName } from '../language-name.ts';
import type { MethodsFacts } from '../methods.ts';
import type { FieldDivision } from '../study.ts';
import type { TokenSettings } from '../cutting.ts';
import type { TrainingSettings } from '../settings/training.ts';

const nameOf = (tag: string) => languageName(tag, 'en');
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 7 });
const list = (items: readonly string[]) => new Intl.ListFormat('en').format(items);
const texts = (count: number) => (count === 1 ? 'one text' : `${number(count)} texts`);

/** A methods paragraph in English. */
export function methodsInEnglish(facts: MethodsFacts): string {
  const { version, vocabulary, dimensions, vectors, training, study, further } = facts;
  if (training === null)
    return `Word vectors (${number(vocabulary)} words, ${number(dimensions)} dimensions; sha256 ${vectors}) were made by another program and read by Firth ${version}. How they were trained is not stored with them.`;
  const { settings, epochs, corpus } = training;
  return [
    `Word vectors were trained with Firth ${version} on ${corpusLine(training)}${corpus === null ? '' : ` (sha256 ${corpus})`}.`,
    ...(training.cutting === null ? [] : [cuttingLine(training.cutting, training.dictionary)]),
    trainingLine(settings, epochs, dimensions),
    `Words with fewer than ${number(settings.minCount)} occurrences have no vector${settings.stopWords.length === 0 ? '' : `, and neither have ${number(settings.stopWords.length)} stop words`}; ${settings.maxVocabulary > 0 ? `of the others the ${number(settings.maxVocabulary)} most frequent at most were kept, ` : ''}${number(vocabulary)} words remained.`,
    settings.mode === 'reproducible'
      ? settings.stretches > 1
        ? `The texts were trained in ${number(settings.stretches)} stretches side by side, which were combined after every round in a fixed order, with seed ${settings.seed}: this gives the same vectors on every computer with any number of threads (sha256 ${vectors}).`
        : `One thread and seed ${settings.seed} were used, which give the same vectors on every computer (sha256 ${vectors}).`
      : `${number(settings.workers)} threads worked on the same numbers, so that a repetition differs slightly (seed ${settings.seed}; sha256 of these vectors ${vectors}).`,
    'Words are compared by the cosine of their vectors.',
    studyLine(study),
    ...further.map(furtherLine),
  ].join(' ');
}

function corpusLine({ tokens, documents, part, languages, stale }: NonNullable<MethodsFacts['training']>) {
  const of = list(
    languages.map(([tag, count]) =>
      languages.length === 1 ? nameOf(tag) : `${nameOf(tag)} (${number(count)})`,
    ),
  );
  const where = part === null ? '' : ` of a corpus, those with ${part}`;
  return [
    documents === null ? 'a corpus' : `${texts(documents)}${where}`,
    ...(tokens === null ? [] : [`${documents === null ? 'of' : 'with'} ${number(tokens)} tokens`]),
    ...(of === '' || stale ? [] : [`in ${of}`]),
    ...(stale ? ['that has changed since'] : []),
  ].join(' ');
}

const methods: Readonly<Record<TokenSettings['method'], string>> = {
  auto: 'words, found by the rules of the language of each text',
  spaced: 'what stands between spaces',
  characters: 'single characters',
  segmenter: 'words, found by dictionaries',
};

const cuttingLine = (cutting: TokenSettings, dictionary: number) =>
  `Tokens are ${methods[cutting.method]}, ${list([
    cutting.lowerCase ? 'in lower case' : 'in their own case',
    cutting.punctuation === 'drop' ? 'without punctuation' : 'with punctuation marks as tokens',
    { keep: 'with numbers', drop: 'without numbers', mark: 'with every number as one sign' }[cutting.numbers],
    ...(cutting.hyphens === 'split' ? ['divided at hyphens'] : []),
    ...(cutting.apostrophes === 'split' ? ['divided at apostrophes'] : []),
    ...(cutting.wordForm === 'stem' ? ['as stems by Snowball'] : []),
    ...(cutting.marks === 'strip' ? ['without vowel signs and accents'] : []),
    ...(dictionary > 0 ? [`with ${number(dictionary)} entries of a dictionary of our own`] : []),
  ])}.`;

function trainingLine(settings: TrainingSettings, epochs: number, dimensions: number): string {
  const { window, dynamicWindow, within, noiseExponent, rate, minRate, subsample, layer } = settings;
  const unit =
    layer === 'form' ? '' : ` What has a vector is the ${layer.replaceAll('+', ' with its ')} of each token.`;
  const reach = `a window of ${dynamicWindow ? 'up to ' : ''}${number(window)} words to each side${within === 'sentence' ? ' within sentences' : ''}`;
  if (settings.architecture === 'count')
    return `They are counts: positive pointwise mutual information of words within ${reach}${dynamicWindow ? ' (near ones weigh more)' : ''}, contexts smoothed by an exponent of ${number(noiseExponent)}, reduced to ${number(dimensions)} dimensions by a truncated singular value decomposition (Levy, Goldberg & Dagan 2015).${unit}`;
  const outputs: Readonly<Record<TrainingSettings['output'], string>> = {
    'negative-sampling': `negative sampling (${number(settings.negative)} samples, noise distribution to the power of ${number(noiseExponent)})`,
    'hierarchical-softmax': 'hierarchical softmax',
    'full-softmax': 'full softmax',
  };
  return `The model is ${settings.architecture === 'cbow' ? `CBOW (the ${settings.combine} of the context)` : 'skip-gram'} with ${outputs[settings.output]} (Mikolov et al. 2013), of ${number(dimensions)} dimensions, with ${reach}, trained for ${number(epochs)} epochs at a learning rate of ${number(rate)}, falling linearly to ${number(minRate)}, ${subsample === 0 ? 'without sub-sampling' : `with frequent words sub-sampled at a threshold of ${number(subsample)}`}.${unit}`;
}

function studyLine(study: MethodsFacts['study']): string {
  if (study === null)
    return 'How far the results would change on other texts, or from another seed, was not measured.';
  const how =
    study.kind === 'bootstrap'
      ? 'on as many texts, drawn from these with replacement, with the same words and seed'
      : 'from other seeds on the same texts, which tells of the chances of training alone';
  return `To see how sure the results are, the training was repeated ${number(study.runs)} times ${how}; 95 % intervals are Student’s t times the root mean square difference of these runs from the model, on Fisher’s z of the cosine, and “k of ${number(study.runs)}” says in how many of their lists a neighbour stands.`;
}

function furtherLine({ kind, runs, division }: MethodsFacts['further'][number]): string {
  const times = `The training was repeated ${number(runs)} times`;
  const how = {
    bootstrap: `${times} on as many texts, drawn from these with replacement.`,
    seeds: `${times} from other seeds on the same texts.`,
    shuffled: `${times} after all words were shuffled over the texts; 97.5 % of the cosine of two words there is what they reach by their frequency alone.`,
    settings: `${times} with one setting changed each time; ranges are the smallest and the largest cosine.`,
    halves: `${times} on halves of the texts, divided by chance.`,
  };
  if (division === null) return how[kind as keyof typeof how];
  const parts = `${number(division.parts)} parts ${divisionWords(division)}`;
  return kind === 'permuted'
    ? `As a control the values of the field “${division.by}” were dealt to the texts anew, each as often as before, and ${number(runs)} trainings were made on the ${parts} of such divisions; differences between parts are the share of nearest words that are not the same (Gonen et al. 2020), held against these divisions at a false discovery rate (Benjamini & Hochberg 1995).`
    : `The texts were divided into ${parts}, and ${number(runs)} trainings with the words, settings and seed of the model were made on single parts: first on the texts of each as they are, then on as many, drawn from them with replacement.`;
}

function divisionWords({ by, cuts, equal }: FieldDivision): string {
  if (cuts !== undefined) return `by the field “${by}” (beginning at ${list(cuts)})`;
  return equal === undefined
    ? `by the values of the field “${by}”`
    : `with about as many tokens by the field “${by}”`;
}
