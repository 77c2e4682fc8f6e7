#pragma once
#include <curl/curl.h>
// The loop that drives libcurl; Glibc's own module leaves these two out.
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Swift cannot call variadic C functions: one wrapper for each kind of argument.

typedef size_t (*curl_shim_data_callback)(char *data, size_t size, size_t count, void *context);
typedef int (*curl_shim_prerequest_callback)(
    void *context, char *remote, char *local, int remote_port, int local_port);
typedef int (*curl_shim_socket_callback)(
    CURL *easy, curl_socket_t socket, int what, void *context, void *socket_context);
typedef int (*curl_shim_timer_callback)(CURLM *multi, long milliseconds, void *context);

static inline CURLcode curl_shim_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_shim_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_shim_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_shim_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_shim_set_data_callback(
    CURL *easy, CURLoption option, curl_shim_data_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_shim_set_prerequest_callback(
    CURL *easy, curl_shim_prerequest_callback value) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, value);
}

static inline CURLcode curl_shim_get_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_shim_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_shim_get_pointer(CURL *easy, CURLINFO info, void **value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode curl_shim_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode curl_shim_multi_set_pointer(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode curl_shim_multi_set_socket_callback(
    CURLM *multi, curl_shim_socket_callback value) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, value);
}

static inline CURLMcode curl_shim_multi_set_timer_callback(
    CURLM *multi, curl_shim_timer_callback value) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, value);
}

static inline CURLcode curl_shim_message_result(const CURLMsg *message) {
  return message->data.result;
}
