/** What every setting has, whatever its values are. */
interface Described {
  /** What it does, as help and documentation print it. */
  readonly says: string;
  /** Its option on the command line, without dashes, where that is not its name in kebab case. */
  readonly option?: string;
  /** Key of its label among the words of the window, where that is not its name: `train.rate`. */
  readonly label?: string;
}

export interface NumberSetting extends Described {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly byDefault: number;
  /** What one of it is: `tokens`, `words`, … */
  readonly unit?: string;
  /** The default where it hangs on other settings. */
  readonly depends?: string;
}

export interface ChoiceSetting<T extends string = string> extends Described {
  readonly kind: 'choice';
  readonly of: readonly T[];
  readonly byDefault: T;
  /** A flag of the command line means this value: `--sum`. */
  readonly means?: NoInfer<T>;
  /** The default where it hangs on other settings. */
  readonly depends?: string;
}

export interface FlagSetting extends Described {
  readonly kind: 'flag';
  readonly byDefault: boolean;
}

/** A list of words; on the command line a file, a word a line. */
export interface WordsSetting extends Described {
  readonly kind: 'words';
  readonly byDefault: readonly string[];
}

/** A name, or nothing. */
export interface NameSetting extends Described {
  readonly kind: 'name';
  readonly byDefault: string;
  readonly depends?: string;
}

export type Setting = NumberSetting | ChoiceSetting | FlagSetting | WordsSetting | NameSetting;

/** Every setting of one thing that can be set up, by name. One row has all that is known of it. */
export type SettingsTable = Readonly<Record<string, Setting>>;

/** The values of a table. */
export type SettingsOf<T extends SettingsTable> = { readonly [K in keyof T]: T[K]['byDefault'] };

type Rest<S extends Setting> = Omit<S, 'kind' | 'least' | 'most' | 'whole' | 'byDefault' | 'says' | 'of'>;

/** A whole number from least to most. */
export const whole = (
  [least, most]: readonly [least: number, most: number],
  byDefault: number,
  says: string,
  rest: Rest<NumberSetting> = {},
): NumberSetting => ({ kind: 'number', whole: true, least, most, byDefault, says, ...rest });

/** A number from least to most. */
export const real = (
  [least, most]: readonly [least: number, most: number],
  byDefault: number,
  says: string,
  rest: Rest<NumberSetting> = {},
): NumberSetting => ({ kind: 'number', whole: false, least, most, byDefault, says, ...rest });

export const choice = <const T extends string>(
  of: readonly T[],
  byDefault: NoInfer<T>,
  says: string,
  rest: Rest<ChoiceSetting<T>> = {},
): ChoiceSetting<T> => ({ kind: 'choice', of, byDefault, says, ...rest });

export const onOff = (byDefault: boolean, says: string, rest: Rest<FlagSetting> = {}): FlagSetting => ({
  kind: 'flag',
  byDefault,
  says,
  ...rest,
});

/** What holds where nothing is chosen. */
export const defaultsOf = <T extends SettingsTable>(table: T): SettingsOf<T> =>
  Object.fromEntries(
    Object.entries(table).map(([name, { byDefault }]) => [name, byDefault]),
  ) as SettingsOf<T>;

/** What may be, as messages name it: `1–50`. */
export const allowedOf = ({ least, most }: Pick<NumberSetting, 'least' | 'most'>): string =>
  `${least}–${most}`;

/** Whether a number is in its range. */
export const isWithin = (value: number, { least, most, whole: integer }: NumberSetting): boolean =>
  value >= least && value <= most && (!integer || Number.isInteger(value));

/** A number that may not be, as a failure names it. */
export interface OutOfRange {
  readonly setting: string;
  readonly value: string;
  readonly allowed: string;
}

/** The first number that is out of its range, but for those that play no part. */
export function outOfRange<T extends SettingsTable>(
  table: T,
  settings: SettingsOf<T>,
  playsNoPart: (setting: keyof T) => boolean = () => false,
): OutOfRange | null {
  for (const [setting, row] of Object.entries(table)) {
    const value = settings[setting];
    if (row.kind !== 'number' || typeof value !== 'number' || playsNoPart(setting) || isWithin(value, row))
      continue;
    return { setting, value: String(value), allowed: allowedOf(row) };
  }
  return null;
}
