import type { SharedWords } from './words.en.ts';

/** 窗口、系统菜单与命令行共用的话。 */
export const zh: SharedWords = {
  commands: {
    new: '新建项目',
    open: '打开…',
    save: '保存',
    saveAs: '另存为…',
    close: '关闭项目',
    find: '查找',
    lookUp: '查一个词',
    export: '导出',
    settings: '设置',
    guide: '指南',
  },
  cancel: '取消',
  untitled: '未命名',
  running: {
    message: '要停止正在进行的工作吗？',
    detail: '训练会保留最近的状态，以后可以继续；其他工作需要重新开始。',
  },
  presets: {
    tiny: '不到两万个词例：读六十遍，出现两次以上的词都保留，尽量利用这点材料。',
    small: '不到二十万个词例：skip-gram，读六十遍，窗口为十。重新抽取这类文本时，这样得到的近邻变化最小。',
    medium:
      '不到一百五十万个词例：skip-gram，读四十遍，窗口为十。比窄窗口、少遍数的近邻更稳定，与人的判断至少同样一致。',
    large: '五百万个词例以内：word2vec 的常用设置，遍数与之相配。',
    huge: '超过五百万个词例：200 维，只保留出现十次以上的词。',
  },
  presetWarnings: {
    'too-small-for-vectors': '语料这么小的时候，索引行、搭配或计数模型比训练出来的向量更能说明问题。',
  },
  replicationDoubts: {
    threads: '训练时用了多个线程：重新训练会略有不同。以“可复现”方式训练的模型会得到相同的字节。',
    stopped: '训练在最后一遍之前被停止：这些命令会训练到底。',
  },
  sequencePresets: {
    tiny: '不到两万个词例：状态要小，随机丢弃要多，否则网络会把文本背下来；读二十遍。',
    small: '不到二十万个词例：状态 96 个单元，随机丢弃要多，读十来遍。',
    medium: '五百万个词例以内：状态 128 个单元，读六遍，需要几分钟而不是几小时。',
    large: '超过五百万个词例：状态可以宽，保留最常用的两万个词，读几遍即可。',
  },
  sequenceWarnings: {
    'too-small-for-sequence': '语料这么小的时候，数一数词对很可能比任何网络预测得更准。结果只宜当作演示。',
    'no-word-vectors': '没有可作输入的 word2vec 模型。输入向量将从头学起，需要更多文本；也可以先训练一个。',
    'vectors-of-other-texts': '这些词向量是用别的文本训练的：网络会通过它们知道自己没有读过的东西。',
  },
};
