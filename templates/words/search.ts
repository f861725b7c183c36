import type { Language } from '../../src/kit/language.ts'
import type { Stage } from '../../src/tracking/stage.ts'

type SearchWords = {
  title: string
  field: string
  hint: string
  button: string
  empty: string
  picture: string
  whereIsIt: string
  otherCodes: string
  proceduresTitle: string
  proceduresText: string
  notFound: { title: string; first: string; checks: readonly string[]; again: string }
  notTypedIn: { title: string; first: string; next: readonly string[] }
  stage: {
    title: string
    lines: Record<Stage, string>
    why: string
    tail: string
    tailHint: string
    tailButton: string
    tailError: string
  }
}

/** The page that asks for the code, and what it answers when the code opens little or nothing. */
export const searchWords: Record<Language, SearchWords> = {
  vi: {
    title: 'Hồ sơ của ông/bà đến đâu rồi?',
    field: 'Nhập mã tra cứu trên phiếu gửi',
    hint: 'Mã có 12 chữ và số, ví dụ 7K3M\u20119QXT\u20112VHC. Gõ liền hay cách đều được.',
    button: 'Xem hồ sơ',
    empty: 'Xin nhập mã tra cứu in trên phiếu gửi.',
    picture: 'Nửa trên của phiếu gửi hồ sơ. Mã tra cứu là dòng chữ đậm, bên trái hình vuông đen trắng.',
    whereIsIt: 'Mã tra cứu là dòng chữ đậm ở nửa trên phiếu gửi, bên trái hình vuông đen trắng.',
    otherCodes: 'Chỉ có mã bưu gửi hoặc mã hồ sơ? Vẫn nhập được, nhưng chỉ xem được hồ sơ đang ở bước nào.',
    proceduresTitle: 'Chưa nộp hồ sơ?',
    proceduresText: 'Xem 88 thủ tục gửi được qua bưu điện: cần giấy tờ gì, bao nhiêu tiền, bao lâu.',
    notFound: {
      title: 'Không tìm thấy mã này',
      first: 'Xin xem lại mã trên phiếu gửi rồi nhập lại.',
      checks: [
        'Mã tra cứu có 12 chữ và số, chia làm ba nhóm.',
        'Mã không có chữ A, E, I, O, U và không có số 0, số 1.',
        'Nếu đã được cấp mã mới, mã cũ không dùng được nữa.',
      ],
      again: 'Mất phiếu gửi? Xin mang giấy tờ tùy thân đến bưu cục để được cấp mã mới.',
    },
    notTypedIn: {
      title: 'Mã này đúng, phiếu đang chờ nhập vào máy',
      first: 'Đây là mã của phiếu gửi ghi bằng tay. Bưu điện nhập phiếu vào máy rồi mới xem được hồ sơ bằng mã này.',
      next: ['Xin giữ phiếu gửi, và xem lại vào hôm sau.', 'Nếu cần gấp, xin gọi số điện thoại in trên phiếu gửi.'],
    },
    stage: {
      title: 'Hồ sơ đang ở bước nào',
      lines: {
        at_post: 'Bưu điện đã nhận hồ sơ, đang chuyển đến công an.',
        at_police: 'Hồ sơ đang ở cơ quan công an.',
        coming_home: 'Kết quả đang trên đường về.',
        delivered: 'Kết quả đã được trả.',
        ended: 'Hồ sơ đã dừng.',
      },
      why: 'Mã này ai cũng đoán được, nên chỉ cho biết đến thế. Muốn xem đầy đủ, xin dùng mã tra cứu trên phiếu gửi.',
      tail: 'Hoặc nhập 4 số cuối điện thoại của người nộp hồ sơ',
      tailHint: 'Là số điện thoại đã ghi khi nộp hồ sơ.',
      tailButton: 'Xem đầy đủ',
      tailError: 'Xin nhập đúng 4 chữ số cuối của số điện thoại.',
    },
  },
  en: {
    title: 'Where is my dossier?',
    field: 'Enter the lookup code from your slip',
    hint: 'It has 12 letters and digits, for example 7K3M\u20119QXT\u20112VHC. Spaces and dashes do not matter.',
    button: 'Show my dossier',
    empty: 'Enter the lookup code printed on your slip.',
    picture:
      'The upper half of the posting slip. The lookup code is the line in bold, left of the black-and-white square.',
    whereIsIt: 'The lookup code is the line in bold in the upper half of the slip, left of the black-and-white square.',
    otherCodes:
      'Only an item code or a dossier number? You may enter it too, but you will only see which step it is at.',
    proceduresTitle: 'Not filed yet?',
    proceduresText: 'See the 88 procedures you can file by post: which papers, what they cost, how long they take.',
    notFound: {
      title: 'We cannot find this code',
      first: 'Please compare it with your slip and enter it again.',
      checks: [
        'A lookup code has 12 letters and digits in three groups.',
        'It never contains the letters A, E, I, O, U or the digits 0 and 1.',
        'If you were given a new code, the old one no longer works.',
      ],
      again: 'Lost your slip? Take your identity paper to a post office and ask for a new code.',
    },
    notTypedIn: {
      title: 'This code is right; your slip is not in our records yet',
      first:
        'It stands on a slip that is filled in by hand. Once the post has typed it in, this code shows your dossier.',
      next: [
        'Please keep your slip and look again the next day.',
        'If it is urgent, call the number printed on the slip.',
      ],
    },
    stage: {
      title: 'Which step it is at',
      lines: {
        at_post: 'The post has the dossier and is taking it to the police.',
        at_police: 'The dossier is with the police.',
        coming_home: 'The result is on its way.',
        delivered: 'The result was handed over.',
        ended: 'The dossier was closed.',
      },
      why: 'Anyone could guess this code, so it shows no more. To see everything, use the lookup code on your slip.',
      tail: 'Or enter the last 4 digits of the applicant’s phone number',
      tailHint: 'The number that was given when the dossier was filed.',
      tailButton: 'Show everything',
      tailError: 'Enter exactly the last 4 digits of the phone number.',
    },
  },
}
