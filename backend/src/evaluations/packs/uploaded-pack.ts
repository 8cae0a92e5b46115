import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { WantedFile } from '../../http/upload';

const MEGABYTES = 64;

/** A pack with its documents and photographs; one that is larger comes back without its documents, or as its workbook alone. */
export const UPLOADED_PACK: WantedFile = {
  content: 'zip',
  megabytes: MEGABYTES,
  fields: ['password'],
  tooLarge: bilingual(
    `文件超过 ${MEGABYTES} MB，未读取；请删去其中的“佐证材料”文件夹，或者解压后只选择其中的工作簿（.xlsx），照片在“现场评价”页上传。`,
    `The file is over ${MEGABYTES} MB and was not read: remove its folder 佐证材料, or unpack it and choose its workbook (.xlsx) alone; photographs can be uploaded on the page of fieldwork.`,
  ),
};
