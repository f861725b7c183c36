import type { Said, TrackingWords } from './tracking.ts'

const thing = (said: Said) => (said.thing === 'result' ? 'Kết quả' : 'Giấy tờ trả lại')

export const vietnamese: TrackingWords = {
  headline: {
    at_post: said => `Hồ sơ của ông/bà đang ở bưu điện, sắp chuyển đến ${said.desk}.`,
    to_police: said => `Hồ sơ của ông/bà đang trên đường đến ${said.desk}.`,
    waits_for_check: said => `Hồ sơ của ông/bà đã đến ${said.desk}, đang chờ kiểm tra.`,
    in_process: said => `${said.desk} đang giải quyết hồ sơ của ông/bà.`,
    supplement: () => 'Công an cần ông/bà bổ sung giấy tờ.',
    refused: said => `${said.desk} chưa tiếp nhận được hồ sơ. Giấy tờ sẽ được trả lại ông/bà.`,
    stopped: said => `${said.desk} đã dừng giải quyết hồ sơ. Giấy tờ sẽ được trả lại ông/bà.`,
    withdrawn: () => 'Hồ sơ đã được rút theo yêu cầu của ông/bà.',
    result_at_police: said =>
      said.isFetchedAtDesk
        ? `Đã có kết quả. Mời ông/bà đến ${said.desk} nhận.`
        : said.thing === 'result'
          ? `Đã có kết quả. Bưu điện sắp đến ${said.desk} nhận để chuyển cho ông/bà.`
          : `Bưu điện sắp đến ${said.desk} nhận lại giấy tờ cho ông/bà.`,
    on_the_way: said => `${thing(said)} của ông/bà đang trên đường về ${said.office}.`,
    at_delivery_office: said => `${thing(said)} đã về ${said.office}. Bưu tá sẽ mang đến địa chỉ của ông/bà.`,
    out_for_delivery: () => 'Bưu tá đang mang kết quả đến địa chỉ của ông/bà.',
    not_delivered_yet: said => `Bưu tá chưa giao được cho ông/bà${said.attempt ? `: ${said.attempt}` : ''}.`,
    ready_to_collect: said => `${thing(said)} đang chờ ông/bà tại ${said.office}.`,
    kept_at_office: said =>
      `${thing(said)} đang được giữ tại ${said.office}. Mời ông/bà đến nhận${said.heldUntil ? ` trước hết ${said.heldUntil}` : ''}.`,
    going_back: said => `${thing(said)} đang được chuyển hoàn về ${said.desk}.`,
    back_at_police: said => `${said.desk} đã nhận lại kết quả. Xin gọi để hẹn cách nhận.`,
    lost: () => 'Bưu điện đang xác minh bưu gửi của ông/bà.',
    returned: said => `${thing(said)} đã được trả${said.returned ? ` lúc ${said.returned}` : ''}.`,
  },
  expected: by => `Dự kiến có trước ${by}.`,
  late: by => `Bưu điện đã hẹn trước ${by} nhưng chưa giữ được lời hẹn. Xin lỗi ông/bà.`,
  dueOn: date => `Ngày hẹn trả kết quả: ${date}.`,
  dueOnMissed: date => `Ngày hẹn trả là ${date} và đã qua. Công an chưa báo ngày mới.`,
  whomToCall: name => `Hỏi ${name}:`,
  supplement: {
    title: 'Giấy tờ cần bổ sung',
    items: 'Xin nộp thêm',
    reason: 'Lý do',
    until: date => `Hạn nộp: ${date}.`,
    how: 'Mang giấy tờ và phiếu gửi đến bưu cục gần nhất. Bưu điện chuyển đến công an.',
  },
  wasAtHome: {
    title: 'Ông/bà có ở nhà lúc đó?',
    why: 'Bưu tá báo chưa gặp được ông/bà. Nếu lúc đó ông/bà có ở nhà, xin bấm nút dưới đây. Chúng tôi sẽ xem lại.',
    button: 'Tôi có ở nhà',
    taken: 'Đã ghi lời của ông/bà. Chúng tôi sẽ xem lại và gọi nếu cần.',
    nothing: 'Gần đây không có lần phát nào báo chưa gặp ông/bà. Nếu có điều chưa đúng, xin gọi cho chúng tôi.',
  },
  bring: {
    title: 'Khi nhận, ông/bà mang theo',
    lines: {
      own_paper: [
        'Căn cước hoặc hộ chiếu của chính người nhận.',
        'Phiếu gửi có mã tra cứu.',
        'Người khác không nhận thay được.',
      ],
      own_paper_or_authorisation: [
        'Căn cước hoặc hộ chiếu của người nhận.',
        'Phiếu gửi có mã tra cứu.',
        'Nhận thay: mang giấy ủy quyền và giấy tờ của người nhận thay.',
      ],
      household_paper: ['Căn cước của người nhận, hoặc của người cùng hộ nhận thay.', 'Phiếu gửi có mã tra cứu.'],
    },
    lostSlip: 'Mất phiếu gửi vẫn nhận được: ông/bà ký cam kết khi nhận.',
  },
  pay: {
    title: 'Số tiền phải trả khi nhận',
    nothing: 'Không phải trả thêm khoản nào.',
    postage: amount => `Cước bưu điện: ${amount}. Trả khi nhận, có biên nhận.`,
    postageUnknown: 'Cước bưu điện: ghi trên bưu gửi. Trả khi nhận, có biên nhận.',
    stateUnknown: 'Lệ phí nhà nước: chưa xác định. Nếu phải thu, công an báo bằng giấy.',
  },
  steps: {
    title: 'Các bước',
    names: {
      at_post: 'Bưu điện nhận hồ sơ',
      at_police: 'Công an giải quyết',
      coming_home: 'Kết quả trên đường về',
      delivered: 'Đã trả kết quả',
    },
    done: 'đã xong',
    now: 'đang ở bước này',
    next: 'chưa đến',
  },
  history: 'Hồ sơ đã đi qua đâu',
  about: {
    title: 'Về hồ sơ này',
    reference: 'Mã tham chiếu',
    official: 'Mã hồ sơ của công an',
    procedure: 'Thủ tục',
    hiddenProcedure: 'Không ghi ở đây để giữ kín cho ông/bà',
    applicant: 'Người nộp',
    receiver: 'Người nhận',
    desk: 'Nơi giải quyết',
  },
  another: 'Tra cứu mã khác',
}
