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

export const columnWords: Record<string, string> = {
  from_unit: 'mã đơn vị đi',
  to_unit: 'mã đơn vị đến; để trống là chuyến đi phát',
  days: 'ngày trong tuần, 0 là Chủ nhật: 1-6 hoặc 1-5 0',
  leaves: 'giờ đi',
  arrives: 'giờ đến; hôm sau thì 06:30+1',
  on_holidays: 'ngày lễ có chạy không: yes hoặc no',
  day: 'ngày, dạng 2027-04-30',
  name: 'tên',
  kind: 'off là nghỉ, working là làm bù',
  is_verified: 'đã có văn bản xác nhận chưa: yes hoặc no',
  id: 'agency (công an), counter (quầy), rounds (chuyến thư)',
  hours: 'giờ theo ngày: 1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30',
  keeps_holidays: 'có nghỉ lễ không: yes hoặc no',
  unit_id: 'mã đơn vị',
  calendar: 'agency, counter hoặc rounds',
  clock: 'loại thời hạn',
  reading: 'cách đọc, cũng là tên',
  amount: 'bao nhiêu; để trống nếu theo từng thủ tục',
  unit: 'hours, working_hours hoặc working_days',
  is_binding: 'ràng buộc hay chỉ để đối chiếu: yes hoặc no',
  scope: 'cho nơi nào; để trống là mọi nơi',
  excuses: 'lý do được trừ, cách nhau một khoảng trắng',
  source: 'căn cứ',
  level: 'mức cảnh báo',
  watch: 'việc được theo dõi',
  meaning: 'phút ấy tính thế nào',
  hearer: 'ai nghe: holder, lead, desk, post_province, police_province',
}
