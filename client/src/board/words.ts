import { dictionary } from "../shared/words/dictionary";

export const boardWords = dictionary(
  {
    staffSignIn: "직원 로그인",
    signIn: "로그인",
    signOut: "로그아웃",
    username: "사용자 이름",
    password: "비밀번호",
  },
  {
    staffSignIn: "Staff sign-in",
    signIn: "Sign in",
    signOut: "Sign out",
    username: "User name",
    password: "Password",
  },
);
