import { dictionary } from "../../shared/words/dictionary";

export const staffWords = dictionary(
  {
    title: "직원 메뉴",
    pin: "이 테이블의 PIN",
    open: "열기",
    changeTable: "다른 테이블에 연결",
    reload: "화면 새로 고침",
    disconnect: "이 태블릿의 연결 끊기",
    secure: "안전한 연결(HTTPS)이에요. 인터넷이 끊겨도 메뉴가 열려요.",
    insecure: "안전하지 않은 연결(HTTP)이에요. 인터넷이 끊긴 채 새로 고치면 화면이 열리지 않아요.",
  },
  {
    title: "Staff menu",
    pin: "This table's PIN",
    open: "Open",
    changeTable: "Connect another table",
    reload: "Load the screen again",
    disconnect: "Disconnect this tablet",
    secure: "The connection is secure (HTTPS). The menu opens without internet too.",
    insecure: "The connection is not secure (HTTP). Without internet the screen cannot be loaded again.",
  },
);
