/** What was said contradicts what is known: it is kept, and somebody will ask. */
export const reviewNews = 'Đã ghi lời báo, nhưng sổ ghi người khác giữ bưu gửi. Người giám sát sẽ xem xét.'
