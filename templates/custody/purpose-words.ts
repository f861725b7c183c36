const words: Record<string, string> = {
  filing: 'Hồ sơ',
  supplement: 'Bổ sung',
  result: 'Kết quả',
  refused_papers: 'Giấy tờ trả lại',
  collected_papers: 'Giấy tờ thu về',
}

/** What a parcel is for, in one word or two. */
export const purposeWords = (purpose: string): string => words[purpose] ?? purpose
