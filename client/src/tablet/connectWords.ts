import { dictionary } from "../shared/words/dictionary";

export const connectWords = dictionary(
  {
    connectTable: "테이블 연결",
    connect: "연결",
    keepTable: "지금 테이블 그대로 쓰기",
    tableNumber: "테이블 번호",
    pin: "PIN",
    revoked: "이 태블릿은 지금 테이블에 연결되어 있지 않아요. 손님께서는 직원에게 말씀해 주세요.",
    byCode: "코드로 연결",
    codeHint: "직원 화면에 나온 여섯 자리 숫자를 눌러 주세요.",
    code: "연결 코드",
    erase: "한 자리 지우기",
    eraseAll: "모두 지우기",
    connectByCode: "코드로 연결하기",
    insecure: "안전하지 않은 연결(HTTP)이에요. 인터넷이 끊긴 채 새로 고치면 화면이 열리지 않아요.",
  },
  {
    connectTable: "Connect this table",
    connect: "Connect",
    keepTable: "Keep the present table",
    tableNumber: "Table number",
    pin: "PIN",
    revoked: "This tablet is not connected to a table any more. Guests, please speak to our staff.",
    byCode: "Connect with a code",
    codeHint: "Touch the six digits that the staff's screen shows.",
    code: "Code",
    erase: "Erase one digit",
    eraseAll: "Erase all",
    connectByCode: "Connect with this code",
    insecure: "This connection is not secure (HTTP). Without internet the screen cannot be loaded again.",
  },
);
