import type { Option } from './option.ts';

export const presetOption: Option = {
  name: 'preset',
  path: [],
  placeholder: null,
  says: 'take the settings that suit the size of the texts; other options override single ones',
  read: () => true,
};
