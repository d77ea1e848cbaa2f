import type { MessageDetails } from './catalogue.ts';
import { familyOf, type FileFamily } from './file-families.ts';

type Told = Readonly<Record<FileFamily, (file: string, format: string) => string>>;

const converters: Readonly<Record<string, string>> = { troff: 'groff -k -Thtml', Texinfo: 'makeinfo --html' };
const converter = (format: string): string => converters[format] ?? 'pandoc -t html';

/** What each kind of file is that is not read, and what to do. */
const en: Told = {
  'old-word': (file) =>
    `“${file}” is in the format of Word before 2007. It was left out. Open it in Word or LibreOffice, save it as .docx and import that.`,
  'old-office': (file, format) =>
    `“${file}” is a workbook in another format (${format}). It was left out. Open it in Excel or LibreOffice, save it as .xlsx and import that.`,
  slides: (file, format) =>
    `“${file}” holds slides (${format}). It was left out. Save its outline as .rtf or its text as .txt and import that.`,
  hangul: (file, format) =>
    `“${file}” is a document of Hangul (${format}). It was left out. Save it there as .docx or .odt and import that.`,
  'word-perfect': (file) =>
    `“${file}” is a document of WordPerfect. It was left out. Open it in LibreOffice, save it as .odt and import that.`,
  apple: (file) =>
    `“${file}” is a document of Apple’s Pages, Numbers or Keynote. It was left out. Export it there as Word, Excel or plain text and import that.`,
  'mail-outlook': (file) =>
    `“${file}” is a message of Outlook. It was left out. Save it as .eml, .html or .txt and import that.`,
  'saved-page': (file) =>
    `“${file}” is a page that Safari saved (web archive). It was left out. Open it there, save it as page source (.html) and import that.`,
  'reader-book': (file, format) =>
    `“${file}” is a book for a reading device (${format}). It was left out. Convert it to EPUB, for example with calibre, and import that.`,
  'scanned-book': (file) =>
    `“${file}” has pictures of pages (DjVu). It was left out. If text was recognised in it, write that out with “djvutxt”; otherwise have it recognised, and import the result.`,
  typesetting: (file, format) =>
    `“${file}” is a source in ${format}, whose commands are no words. It was left out. Import the PDF that was made of it, or convert it with “${converter(format)}”.`,
  layout: (file, format) =>
    `“${file}” is a document of InDesign (${format}). It was left out. Export its stories there as .icml or .rtf, or the document as .pdf, and import that.`,
  printing: (file) =>
    `“${file}” is PostScript, a program for printers. It was left out. Convert it to PDF, for example with “ps2pdf”, and import that.`,
  coded: (file, format) =>
    `“${file}” holds bytes that were written as letters (${format}), and no words. It was left out. Decode it and import what was in it.`,
  secret: (file, format) =>
    `“${file}” is encrypted (${format}). It was left out. Decrypt it and import the text.`,
  picture: (file, format) =>
    `“${file}” is a picture (${format}). It was left out. Have its text recognised first and import the result.`,
  recording: (file, format) =>
    `“${file}” is a recording (${format}). It was left out. Import its transcript.`,
  archive: (file, format) =>
    `“${file}” is packed (${format}), and Firth does not unpack it. It was left out. Unpack it and import what is in it.`,
  other: (file, format) =>
    `“${file}” is of a kind${format === '' ? '' : ` (${format})`} that Firth does not read. It was left out. Save it as plain text and import that.`,
};

const zh: Told = {
  'old-word': (file) =>
    `“${file}”是 2007 年以前的 Word 格式，已跳过。请用 Word 或 LibreOffice 打开，另存为 .docx 后再导入。`,
  'old-office': (file, format) =>
    `“${file}”是另一种格式的工作簿（${format}），已跳过。请用 Excel 或 LibreOffice 打开，另存为 .xlsx 后再导入。`,
  slides: (file, format) =>
    `“${file}”是幻灯片（${format}），已跳过。请把大纲另存为 .rtf，或把文字另存为 .txt 后再导入。`,
  hangul: (file, format) =>
    `“${file}”是 Hangul 文档（${format}），已跳过。请在该程序中另存为 .docx 或 .odt 后再导入。`,
  'word-perfect': (file) =>
    `“${file}”是 WordPerfect 文档，已跳过。请用 LibreOffice 打开，另存为 .odt 后再导入。`,
  apple: (file) =>
    `“${file}”是苹果 Pages、Numbers 或 Keynote 的文档，已跳过。请在该程序中导出为 Word、Excel 或纯文本后再导入。`,
  'mail-outlook': (file) => `“${file}”是 Outlook 邮件，已跳过。请另存为 .eml、.html 或 .txt 后再导入。`,
  'saved-page': (file) =>
    `“${file}”是 Safari 保存的网页归档，已跳过。请在 Safari 中打开，存储为页面源码（.html）后再导入。`,
  'reader-book': (file, format) =>
    `“${file}”是阅读器用的电子书（${format}），已跳过。请转换为 EPUB（例如用 calibre）后再导入。`,
  'scanned-book': (file) =>
    `“${file}”是页面图像（DjVu），已跳过。如果其中有识别过的文字，请用“djvutxt”导出；否则请先做文字识别，再导入结果。`,
  typesetting: (file, format) =>
    `“${file}”是 ${format} 源文件，其中的命令不是词，已跳过。请导入由它生成的 PDF，或用“${converter(format)}”转换。`,
  layout: (file, format) =>
    `“${file}”是 InDesign 文档（${format}），已跳过。请在该程序中把文章导出为 .icml 或 .rtf，或把文档导出为 .pdf 后再导入。`,
  printing: (file) => `“${file}”是 PostScript 打印文件，已跳过。请转换为 PDF（例如用“ps2pdf”）后再导入。`,
  coded: (file, format) => `“${file}”是写成字母的字节（${format}），不是词，已跳过。请解码后导入其中的内容。`,
  secret: (file, format) => `“${file}”已加密（${format}），已跳过。请解密后导入文本。`,
  picture: (file, format) => `“${file}”是图片（${format}），已跳过。请先做文字识别，再导入结果。`,
  recording: (file, format) => `“${file}”是录音或录像（${format}），已跳过。请导入它的转写文本。`,
  archive: (file, format) =>
    `“${file}”是压缩文件（${format}），Firth 不能解开，已跳过。请解开后导入其中的文件。`,
  other: (file, format) =>
    `“${file}”的格式${format === '' ? '' : `（${format}）`}Firth 还不能读取，已跳过。请另存为纯文本后再导入。`,
};

const told = { en, zh };

export const unreadFormat =
  (language: keyof typeof told) =>
  ({ file = '', format }: MessageDetails): string =>
    told[language][familyOf(format)](file, format ?? '');
