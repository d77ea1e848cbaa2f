import { isDamage } from './file-families.ts';
import { unreadFormat } from './unread-formats.ts';
import type { Messages } from './catalogue.ts';

const at = (line: string | undefined) => (line === undefined ? '' : `第 ${line} 行`);
const because = (reason: string | undefined) => (reason === undefined ? '' : `（${reason}）`);

/** 文件不合其格式之处。 */
const flaws: Readonly<Record<string, string>> = {
  'cut-off': '缺少结尾',
  'number-missing': '此处应为数字',
  'text-missing': '此处应为引号中的文字',
  'time-missing': '此处应为时间',
  'element-open': '前面有元素没有结束',
  'columns-differ': '该行的列数与前面各行不同',
  'too-many-cells': '该行的单元格多于首行的列名',
  'quotation-endless': '此处开始的引号没有结束',
  'quotation-open': '文字中的引号没有写两次',
  'unknown-part': '此处内容不属于这种文件',
};

/** 发生了什么、工作是否安全、下一步怎么做。 */
export const zh: Messages = {
  E_FILE_MISSING: ({ file }) => `找不到“${file}”。没有任何改动。请检查文件名和文件夹。`,
  E_FILE_UNREADABLE: ({ file, reason }) =>
    isDamage(reason)
      ? `“${file}”已损坏，或不是文件名所说的格式（${reason}）。没有导入其中任何内容。可能没有完整下载或复制：请重新获取，或在制作它的程序中打开并重新保存。`
      : `无法读取“${file}”${because(reason)}。没有导入其中任何内容。请检查是否有权打开它。`,
  E_FILE_EMPTY: ({ file }) => `“${file}”中没有文字，已跳过。`,
  E_FILE_ENCRYPTED: ({ file }) =>
    `“${file}”设有密码或版权保护，无法读取其中的文字，已跳过。请在制作它的程序中打开，另存为不带密码的文件，再导入。`,
  E_FORMAT_UNSUPPORTED: unreadFormat('zh'),
  E_FORMAT_BINARY: ({ file, format }) =>
    `不论文件名如何，“${file}”并不是文本${format === undefined ? '' : `，而是 ${format}`}，已跳过。`,
  E_ENCODING_UNKNOWN: ({ file, encoding }) =>
    encoding === undefined
      ? `无法判断“${file}”的编码，已跳过。请选择编码后重新导入。`
      : `“${file}”的编码是（或被指定为）${encoding}，Firth 无法解码，已跳过。请选择其他编码。`,
  E_METADATA_INVALID: ({ file, line, reason }) =>
    `元数据${file === undefined ? '' : `“${file}”`}${at(line)}无法使用${because(reason)}。没有导入任何内容。`,
  E_TABLE_INVALID: ({ file, line, reason }) =>
    `表格“${file}”${at(line)}无法读取${because(reason)}，已跳过。请修正该行，或重新保存表格。`,
  E_NO_TEXT_FIELD: ({ file, fields }) =>
    `“${file}”中是数据，Firth 无法判断哪个字段是正文${fields === undefined || fields === '' ? '' : `（${fields}）`}，已跳过。请在文件名旁选择字段，或使用“--take 字段名”。`,
  E_FILE_MALFORMED: ({ file, line, format, flaw }) =>
    `“${file}”${at(line)}不符合其格式（${format}）：${flaws[flaw ?? ''] ?? flaws['unknown-part']}。已跳过。请用原来的程序打开并重新保存，或修正该行。`,
  E_PDF_SCANNED: ({ file }) =>
    `“${file}”只有页面图像，没有文字，已跳过。请先用 OCRmyPDF 等软件识别文字，再导入识别结果。`,
  E_NO_TEXTS: ({ skipped }) =>
    `没有一个文件可以导入${skipped === undefined ? '' : `（跳过 ${skipped} 个）`}。项目保持原样。`,
  E_NO_TOKENS: ({ file }) => `“${file}”有文字，但按当前设置没有剩下任何词，已跳过。请查看标点和数字的设置。`,
  E_TOO_BIG: ({ needed, limit }) =>
    needed === undefined
      ? '内存不足。未作任何更改。请减少文件，或关闭其他程序。'
      : `需要 ${needed} 字节，而可用的只有 ${limit} 字节。尚未开始。请减少文件或腾出空间。`,
  E_TOO_LONG: ({ file, what, characters }) =>
    what === undefined
      ? '其中有名称、词或列表超出项目可保存的长度。未作任何更改。请缩短它。'
      : `“${file}”中有长达 ${characters} 个字符的${what === 'metadata' ? '元数据' : what === 'name' ? '名称' : '词'}，超出项目可保存的长度，已跳过。请检查该文件是否正确。`,
  E_IMPORT_STOPPED: () => '导入意外中止。项目与之前相同。请重试。',

  E_NOT_A_PROJECT: ({ file }) => `“${file}”不是 Firth 项目，没有改动它。`,
  E_NEWER_VERSION: ({ file }) => `“${file}”由更新版本的 Firth 保存，没有改动它。请用该版本或更高版本打开。`,
  E_DAMAGED: ({ file }) =>
    `“${file}”已损坏，没有改动它。可用 “firth verify … --rescue 新文件” 把还能读取的内容写入新文件。`,
  E_UNSAFE: ({ file, reason }) =>
    `“${file}”含有 Firth 项目不应有的内容${because(reason)}。没有打开，也没有改动。`,
  E_IN_USE: ({ file, reason }) =>
    reason === 'saving'
      ? `另一个程序此刻正在保存“${file}”。它没有被覆盖，你的工作仍在这台电脑上。请再保存一次；如果仍然如此，请用另一个名字保存。`
      : `“${file}”正在另一个窗口或程序中打开。没有改动。请在那里关闭，或以只读方式打开。`,
  E_FILE_THERE: ({ file, reason }) =>
    reason === 'project'
      ? `“${file}”就是打开的项目。没有写入任何内容。请选择另一个名字。`
      : `“${file}”已经在那里，而且不是 Firth 写的。没有写入任何内容。请选择另一个名字或文件夹，或者把那个文件移走。`,
  E_CHANGED: ({ file, reason }) =>
    reason === 'while reading'
      ? `“${file}”在读取时被另一个程序改动，因此已关闭。请重新打开。`
      : `“${file}”在打开之后被他人改动过，因此没有覆盖；您的工作安全地保留在这台电脑上。请另存为其他名称。`,
  E_READ_ONLY: ({ file, reason }) =>
    reason === 'opened for reading'
      ? `“${file}”是以只读方式打开的，因此不能改动。什么都没有开始。请以可修改的方式打开。`
      : `无法写入“${file}”。您的工作安全地保留在这台电脑上。请保存到别处。`,
  E_NO_SPACE: ({ needed, free }) =>
    `磁盘空间不足${needed === undefined ? '' : `：需要 ${needed} 字节，剩余 ${free ?? '0'} 字节`}。您的工作安全地保留在这台电脑上。请腾出空间或保存到别处。`,
  E_IO: ({ file, reason }) =>
    `读写${file === undefined ? '' : `“${file}”`}失败${because(reason)}。之前保存的内容完好。请重试。`,
  E_NOT_SAVED_CLEANLY: ({ file }) =>
    `“${file}”在被另一个程序写入时中断，没有改动它。请在那个程序中重新打开并关闭一次。`,

  E_UNSAVED_WORK: ({ file, changes }) =>
    `这台电脑上有“${file}”没有保存的工作（${changes} 处更改不在文件中）。没有做任何事。“--recover”先接着用它，“firth discard …”放弃它。`,

  E_NO_CORPUS: () => '这个项目还没有文本。请先导入。',
  E_SUB_CORPUS_EMPTY: ({ name, where, field }) =>
    `子语料库${name === undefined ? '' : `“${name}”`}是空的：${field === undefined ? (where === undefined ? '没有含词的文本' : `没有含词的文本符合“${where}”`) : `没有文本带有字段“${field}”`}。没有开始训练。请修改条件，或选择其他文本。`,
  E_SUB_CORPUS_UNKNOWN: ({ subCorpus, subCorpora }) =>
    `项目中没有子语料库“${subCorpus}”${subCorpora === undefined || subCorpora === '' ? '' : `；现有 ${subCorpora}`}。`,
  E_SETTING_INVALID: ({ setting, value, allowed }) =>
    `${setting} 不能是 ${value}${allowed === undefined ? '' : `：${allowed}`}。尚未开始。`,
  E_NEGATIVE_ZERO: () =>
    '负采样至少需要一个负样本。没有负样本时所有标签都是 1，模型只会一律回答“是”，什么也学不到。一般取五个左右。',
  E_VOCABULARY_EMPTY: ({ minCount, types }) =>
    `没有足够常见的词：${types ?? '所有'} 个类型中没有一个达到最低频次${minCount === undefined ? '' : ` ${minCount}`}。请降低最低频次或导入更多文本。`,
  E_MODEL_TOO_LARGE: ({ needed, limit }) =>
    `训练需要 ${needed} 字节内存，而上限是 ${limit} 字节。尚未开始。请提高最低频次或减少维数。`,
  E_TRAINING_STOPPED: () => '训练意外中止，多半是内存不足。项目与之前相同。请关闭其他程序后重试。',
  E_TRAINING_DIVERGED: ({ epoch }) =>
    `数值${epoch === undefined ? '' : `在第 ${epoch} 轮`}无限增大。没有保留模型。请降低学习率。`,
  E_NOTHING_TO_RESUME: () => '没有使用这些设置和文本的中断训练可以继续。请直接开始训练。',
  E_CHECKPOINT_DAMAGED: () => '中断训练的检查点已损坏。项目完好。请重新开始训练。',

  E_NO_MODEL: () => '这个项目还没有模型。请训练一个，或导入词向量。',
  E_MODEL_UNKNOWN: ({ model, models }) =>
    `项目中没有模型“${model}”${models === undefined || models === '' ? '' : `；现有 ${models}`}。`,
  E_MODEL_NAME_TAKEN: ({ model }) => `已有名为“${model}”的模型。请换一个名称。`,
  E_WORD_UNKNOWN: ({ word, suggestions, texts, elsewhere }) =>
    `${texts === undefined ? '' : `在这个模型的文本“${texts}”中`}没有出现过“${word}”${texts === undefined ? '' : `（语料其他部分出现 ${elsewhere} 次）`}${suggestions === undefined || suggestions === '' ? '。' : `。您要找的是 ${suggestions} 吗？`}`,
  E_WORD_STOPPED: ({ word, model }) =>
    `“${word}”是“${model}”的停用词，没有向量。要查询它，请不用这个停用词另训练一个模型。`,
  E_WORD_RARE: ({ word, count, minCount, texts }) =>
    `“${word}”${texts === undefined ? '' : `在这个模型的文本“${texts}”中`}出现 ${count} 次，低于模型的最低频次 ${minCount}，因此没有向量。降低最低频次重新训练即可包括它。`,
  E_NO_WORDS: () => '模型不认识其中任何一个词。',
  E_TOO_FEW_WORDS: ({ words, least }) =>
    `模型只认识其中 ${words} 个词，画图至少需要 ${least} 个。请给出更多的词。`,
  E_NO_OUTPUT_LAYER: ({ model }) =>
    `${model === undefined ? '这个模型' : `“${model}”`}没有输出层，无法给出概率。请在 Firth 中训练一个模型。`,
  E_NOTHING_LEARNED: ({ model }) =>
    `“${model}”不是逐步学成的：其他程序的向量和计数模型没有可供观察的随机起点。`,
  E_EVALUATION_INVALID: ({ file, line, reason }) => `“${file}”${at(line)}不能用于评测${because(reason)}。`,
  E_WORD_SETS_INVALID: ({ file, line, reason, word, first, second, unknown }) =>
    `“${file}”${at(line)}不能用于检验：${
      {
        'no-name': '每组词以名称加冒号开头，例如“花卉：紫菀、三叶草”',
        twice: `“${word}”在同一组里出现两次`,
        'in-two-sets': `“${word}”出现在两组里`,
        'not-four': '需要四组词：先是两组目标词，再是两组属性词',
        'no-words': '这一组没有词',
        'too-few': `模型认识的词太少（每组目标词至少两个，每组属性词至少一个）${unknown === undefined || unknown === '' ? '' : `；它不认识 ${unknown}`}`,
        unequal: `模型认识第一组目标词中的 ${first} 个、第二组中的 ${second} 个，而检验要把它们分成相等的两半${unknown === undefined || unknown === '' ? '' : `；它不认识 ${unknown}`}。请从另一组中去掉同样多的词`,
      }[reason ?? ''] ?? '其中没有词组'
    }。没有任何改动。`,
  E_CHANGE_IMPOSSIBLE: ({ reason, least, words, field, cut, most }) =>
    ({
      'few-words': `在每个时期都出现得足够多的词只有 ${words} 个，而建立模型至少要 ${least} 个。请选择更多文本、降低最低频次，或使用不建模型的时间标注法。`,
      'no-field': `没有文本带有可以划分时期的字段“${field}”。`,
      'no-order': `字段“${field}”的值没有先后次序，不能合并成时期。`,
      'many-periods': `“${field}”会分出 ${most} 个以上的时期。请指定各时期从何处开始。`,
      'empty-period': `${cut} 这一时期没有文本。各时期的起点要按字段的值由小到大排列。`,
      'shared-texts': '有些文本同时属于两个时期。请选择没有文本会同时符合的条件。',
      'few-texts': `每个时期至少需要 ${least} 篇有词的文本：随机划分的单位是文本。请把长文本分成各部分再导入。`,
      'no-words': `没有一个词在两个时期各出现 ${least} 次。请选择更多文本，或降低最低频次。`,
    })[reason ?? ''] ?? '这些文本无法比较。',
  E_STUDY_IMPOSSIBLE: ({ model, reason, field, least }) =>
    ({
      imported: `“${model}”是导入的：Firth 不知道它的文本和设置，无法重新训练。请在这里训练一个模型。`,
      stale: `现在的文本已不是训练“${model}”时的文本，再次训练说明不了它的情况。请先重新训练。`,
      'one-text': `“${model}”只用一篇文本训练，而抽取的单位是文本。请把它分成各部分（书信、章节、说话人）分别导入，或改变随机种子。`,
      'one-part': `字段“${field}”没有把“${model}”的文本分成至少两组、每组至少两篇。请换一个字段，或指定各部分从何处开始。`,
      'no-words': `在两部分中都出现至少 ${least} 次的词太少，无从比较近邻。请选择更大的部分，或降低最低频次。`,
    })[reason ?? ''] ?? `“${model}”不能做稳定性研究。`,
  E_STUDY_MISSING: ({ model }) => `“${model}”没有这项研究。没有任何改动。`,
  E_STUDY_FOLDER: ({ file, reason, version, runs }) =>
    ({
      none: `“${file}”里没有计划好的检验。用“firth study plan P --out DIR”建立这样的文件夹。`,
      damaged: `“${file}”已不是写入时的样子。请重新复制文件夹，或在新文件夹中重新计划。`,
      other: `“${file}”里是另一项检验的计划：文本、设置或类型不同。没有任何改动；请另选文件夹或模型。`,
      full: `“${file}”里有别的东西。请选择一个新文件夹。`,
      version: `“${file}”由 Firth ${version} 计划，本程序得出的数值可能不同。请在所有计算机上使用同一版本。`,
      run: `这项检验共 ${runs} 次，编号从 1 开始。`,
    })[reason ?? ''] ?? `“${file}”不能作为检验使用。`,

  E_QUERY_INVALID: ({ offset, expected, found, reason }) =>
    reason !== undefined && reason !== ''
      ? `看不懂这个查询：${reason}。`
      : `从第 ${Number(offset) + 1} 个字符起看不懂这个查询：${found === undefined || found === '' ? '查询在此结束' : `这里是“${found}”`}，而这里应当是：${expected === undefined || expected === '' ? '别的内容' : expected}。`,
  E_QUERY_SLOW: ({ pattern, seconds }) =>
    `表达式“${pattern}”运行 ${seconds} 秒后被停止：它尝试的读法太多。其他一切不受影响。请避免在重复之中再写重复。`,
  E_LIST_UNKNOWN: ({ list, lists }) =>
    `项目中没有词表“${list}”${lists === undefined || lists === '' ? '' : `；现有 ${lists}`}。`,
  E_LIST_WITHOUT_COUNTS: ({ list }) =>
    `词表“${list}”没有记录各词的频数，无法与它比较。请用带频数的文件建立词表，或使用“--counts texts”。`,

  E_NO_SEQUENCE_MODEL: () => '本项目还没有循环模型。请在“序列”页训练一个，或用 “firth sequence train” 训练。',
  E_SEQUENCE_UNKNOWN: ({ model, models }) =>
    `没有名为“${model}”的循环模型。${models === undefined || models === '' ? '' : `现有：${models}。`}`,
  E_PARENT_MISSING: ({ model }) =>
    `作为输入的 word2vec 模型“${model}”不在本项目中。没有开始训练。请另选一个，或让输入从头学习。`,
  E_HELD_OUT_EMPTY: ({ tokens }) =>
    `语料太小，留不出一部分作检验${tokens === undefined ? '' : `（共 ${tokens} 个词）`}。没有开始训练。请导入更多文本。`,
  E_STEP_UNKNOWN: ({ steps }) =>
    `句子中没有这样的步${steps === undefined ? '' : `：步号为 0 至 ${steps}`}。请重新选取。`,

  E_VECTORS_MALFORMED: ({ file, line, reason }) =>
    `“${file}”${at(line)}不是可以读取的词向量文件${because(reason)}。没有导入任何内容。`,
  E_VECTORS_TRUNCATED: ({ file, promised, found }) =>
    `“${file}”声称有 ${promised}，实际只有 ${found}，可能没有下载完整。没有导入任何内容。`,
  E_VECTORS_PICKLE: ({ file }) =>
    `“${file}”是 Python pickle（gensim 自己的格式），可能运行程序，Firth 从不打开。请在 gensim 中用 save_word2vec_format 保存后再导入。`,
  E_SHEET_TOO_LARGE: ({ rows, columns }) =>
    `${rows} 行 ${columns} 列的表格放不进 Excel（1,048,576 × 16,384）。没有写入任何内容。请选择 CSV 或 TSV。`,

  E_CANCELLED: ({ kept, runs }) =>
    kept === undefined
      ? '已取消。一切与之前相同。'
      : `已取消。${runs} 次运行中已完成的 ${kept} 次予以保留；再次执行时从其后继续。`,
  E_ENGINE_STOPPED: ({ call }) =>
    call === undefined
      ? 'Firth 的引擎停止后已重新启动。您的工作安全地保留在这台电脑上。'
      : `Firth 的引擎没有反应（${call}），已被结束并重新启动。您的工作安全地保留在这台电脑上。`,
  E_REQUEST_INVALID: ({ method, field, reason }) =>
    `无法理解请求${method === undefined ? '' : `（${[method, field, reason].filter(Boolean).join('：')}）`}。`,
  E_INTERNAL: ({ reason, trace, log }) =>
    `Firth 内部出错${because(reason)}。您的工作安全地保留在这台电脑上。${
      trace === undefined
        ? ''
        : `编号为 ${trace}${log === undefined ? '' : `；程序出错的位置（不含您的任何文本内容）以此编号记录在 Firth 数据文件夹的“${log}”中`}。`
    }`,
};
