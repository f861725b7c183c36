/** What the tables are called and what their columns take, for whoever fills them in. */
export const sheetWords: Record<string, { title: string; replaces: string; sample: string }> = {
  departures: {
    title: 'Bảng giờ',
    replaces: 'mọi chuyến đi từ các đơn vị có trong bảng (cột from_unit)',
    sample:
      'from_unit,to_unit,days,leaves,arrives,on_holidays\n640000,642100,1-6,05:00,07:00,no\n642100,,1-5,13:30,17:00,no\n',
  },
  holidays: {
    title: 'Ngày nghỉ lễ',
    replaces: 'mọi ngày của các năm có trong bảng',
    sample: 'day,name,kind,is_verified\n2027-04-30,Ngày Giải phóng miền Nam,off,yes\n',
  },
  calendars: {
    title: 'Ba lịch làm việc',
    replaces: 'các lịch có trong bảng',
    sample: 'id,name,hours,keeps_holidays,is_verified\nagency,Giờ hành chính,1-5 07:30-11:30 13:30-17:00,yes,yes\n',
  },
  unit_calendars: {
    title: 'Giờ riêng của đơn vị',
    replaces: 'mọi giờ riêng của các đơn vị có trong bảng (cột unit_id)',
    sample: 'unit_id,calendar,hours,is_verified\n642100,counter,1-5 07:30-17:00; 6 07:30-11:30,yes\n',
  },
  promise_policies: {
    title: 'Thời hạn đã hứa',
    replaces: 'mọi thời hạn cùng loại có trong bảng (cột clock); bản cũ kết thúc, bản mới bắt đầu ngay',
    sample:
      'clock,reading,amount,unit,calendar,is_binding,scope,excuses,source\nrefund,Năm ngày làm việc hoàn tiền,5,working_days,counter,yes,,,thỏa thuận\n',
  },
  hearers: {
    title: 'Ai nghe cảnh báo',
    replaces: 'mọi người nghe của các mức có trong bảng (cột level)',
    sample: 'level,hearer\nbreach,holder\nbreach,lead\n',
  },
  watch_settings: {
    title: 'Khi nào báo việc bị quên',
    replaces: 'các việc có trong bảng',
    sample: 'watch,amount,meaning\nunaccepted,120,phút từ khi bên giao ký mà bên nhận chưa nhận\n',
  },
}

/** Where a table is read, and where one lands after changing it. */
export const pageOfSheet = (name: string) =>
  name === 'departures' ? '/staff/admin/promises/timetable' : '/staff/admin/promises'
